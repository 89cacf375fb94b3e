-- what exists once among all nodes, as the one poller of Telegram: who has it, and until when
create table named_lease (
  name text primary key,
  holder text not null,
  until_ms bigint not null
);
-- where a node tries whether the database takes writes; empty but for that moment
create table storage_probe (
  id ${id},
  filler text not null
);
