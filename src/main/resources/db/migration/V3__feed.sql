-- feeds: the addresses we poll
create table feed (
  id ${id},
  address text not null unique,
  host text not null,
  title text not null default '',
  link text,
  language text not null default '',
  name text not null default '',
  category text not null default '',
  in_catalogue boolean not null default false,
  secret boolean not null,
  state text not null default 'active',
  etag text,
  last_modified text,
  body_hash text not null default '',
  due_ms bigint not null,
  polled_ms bigint,
  succeeded_ms bigint,
  failures integer not null default 0,
  error text not null default '',
  trouble text not null default '',
  failing_ms bigint,
  missing_ms bigint,
  told boolean not null default false,
  hints text not null default '',
  interval_ms bigint,
  pace_ms bigint,
  changed_ms bigint,
  newest_ms bigint,
  moved_to text,
  moved_times integer not null default 0,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0,
  check (state in ('active', 'stopped', 'gone'))
);

create index feed_due on feed (due_ms) where state = 'active';

-- keepers: the chats that added a feed
create table feed_keeper (
  feed_id bigint not null references feed (id),
  chat_id bigint not null references chat (id),
  primary key (feed_id, chat_id)
);

create index feed_keeper_chat on feed_keeper (chat_id);
