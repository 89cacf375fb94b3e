-- standing queries: equal ones are one row, with the subscriptions that ask for it
create table query (
  id ${id},
  text text not null unique,
  live integer not null,
  version bigint not null
);
create index query_by_version on query (version);

create table subscription (
  id ${id},
  chat_id bigint not null references chat (id),
  query_id bigint not null references query (id),
  text text not null,
  created_ms bigint not null,
  unique (chat_id, query_id)
);
create index subscription_by_query on subscription (query_id, chat_id);

-- one row a name: higher after every change that others must notice
create table counter (
  name text primary key,
  value bigint not null
);
insert into counter (name, value) values ('subscription', 0);
