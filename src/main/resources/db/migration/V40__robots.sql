-- what each host's robots.txt says, as long as it is good for; shared by all nodes
create table robots (
  host text primary key,
  status integer not null,
  rules text not null,
  until_ms bigint not null
);
