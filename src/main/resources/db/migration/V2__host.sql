-- hosts we fetch from: when each may be asked again, and whether somebody is asking it now
create table host (
  name text primary key,
  free_ms bigint not null,
  busy_until_ms bigint not null
);
