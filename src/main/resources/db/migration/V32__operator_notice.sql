-- what the operator was told, and when: each kind of trouble at most once an hour
create table operator_notice (
  kind text not null,
  subject text not null,
  told_ms bigint not null,
  untold integer not null default 0,
  detail text not null default '',
  primary key (kind, subject)
);
