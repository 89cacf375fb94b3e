-- articles: an entry made ours. state: quiet (first poll: searchable, never alerted), unread (page to be
-- fetched), telling (matched; chats up to told_chat_id have their delivery), read
create table article (
  id ${id},
  identity text not null unique,
  feed_id bigint not null references feed (id),
  link text not null,
  host text not null,
  title text not null,
  feed_text text not null,
  author text not null,
  language text not null,
  published_ms bigint,
  seen_ms bigint not null,
  state text not null,
  body text,
  page_until_ms bigint not null,
  due_ms bigint not null,
  attempts integer not null default 0,
  told_chat_id bigint not null default 0,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0
);
create index article_to_do on article (host, id) where state in ('unread', 'telling');
create index article_by_link on article (link);
create index article_seen on article (seen_ms, feed_id) where state <> 'quiet';

-- under which keys a feed's entries were seen
create table entry_key (
  feed_id bigint not null references feed (id),
  entry_key text not null,
  seen_ms bigint not null,
  primary key (feed_id, entry_key)
);
