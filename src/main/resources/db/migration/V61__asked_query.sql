-- queries that buttons speak of, while the buttons are good
create table asked_query (
  id ${id},
  text text not null unique,
  asked_ms bigint not null
);
create index asked_query_old on asked_query (asked_ms);
