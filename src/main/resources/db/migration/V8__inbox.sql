-- what was said to the bot. state: waiting, done, failed
create table inbox (
  id ${id},
  platform text not null,
  workspace text not null,
  channel text not null,
  thread text not null,
  update_id text not null,
  sender text not null,
  text text not null,
  language text not null,
  received_ms bigint not null,
  state text not null,
  attempts integer not null default 0,
  due_ms bigint not null,
  reason text,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0,
  unique (platform, workspace, update_id)
);
create index inbox_to_answer on inbox (platform, workspace, channel, thread, id) where state = 'waiting';
