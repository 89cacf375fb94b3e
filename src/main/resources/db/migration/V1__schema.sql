-- The tables, in sections by the package that owns them. Only the owner's stores write a table.
-- `…_ms` columns are epoch milliseconds. `lease_until_ms` and `lease_token` belong to storage.Claims.

-- ---------------------------------------------------------------------------------------------------- storage

-- Rights that one node has at a time, such as to poll Telegram: the holder, and until when.
create table named_lease (
  name text primary key,
  holder text not null,
  until_ms bigint not null
);

-- Trial writes that show whether the database takes writes. Empty between two trials.
create table storage_probe (
  id ${id},
  filler text not null
);

-- ------------------------------------------------------------------------------------------------------- http

-- Hosts that are fetched from: when the next request may start, and until when one node reserves the host.
create table host (
  name text primary key,
  next_request_ms bigint not null,
  reserved_until_ms bigint not null,
  -- How often in a row it asked for fewer requests.
  limited integer not null default 0
);

-- Each host's robots.txt until it expires, shared by all nodes.
create table robots (
  host text primary key,
  status integer not null,
  rules text not null,
  expires_ms bigint not null
);

-- ----------------------------------------------------------------------------------------------- subscription

-- Chats. state: active, gone (gone_reason says why; its subscriptions are kept), moved (the chat has another
-- id now; this row keeps the old one).
create table chat (
  id ${id},
  platform text not null,
  workspace text not null,
  channel text not null,
  thread text not null,
  language text not null,
  zone text,
  created_ms bigint not null,
  state text not null default 'active',
  gone_reason text,
  gone_ms bigint,
  -- A chat is gone when the platform answered "no such chat" three times in a day.
  missing_count integer not null default 0,
  missing_since_ms bigint not null default 0,
  -- The user who set the bot up in a channel last. Gets a direct message when the channel becomes
  -- unreachable. Blank for nobody.
  contact_user text not null default '',
  unique (platform, workspace, channel, thread)
);

-- Queries. Equal queries of several subscriptions share one row.
create table query (
  id ${id},
  text text not null unique,
  active integer not null,
  version bigint not null
);
create index query_by_change on query (version, id);
create index query_unused on query (version) where active = 0;

create table subscription (
  id ${id},
  chat_id bigint not null references chat (id),
  query_id bigint not null references query (id),
  text text not null,
  created_ms bigint not null,
  -- The last pause: null if there was none, without an end if it lasts until it is ended.
  paused_ms bigint,
  resume_ms bigint,
  silent boolean not null default false,
  preview boolean not null default false,
  unique (chat_id, query_id)
);
create index subscription_by_query on subscription (query_id, chat_id);

-- Subscriptions that ended, for two days, so that it can be undone. removal: those of one number ended together.
create table removed_subscription (
  subscription_id bigint primary key,
  removal bigint not null,
  chat_id bigint not null references chat (id),
  query text not null,
  text text not null,
  created_ms bigint not null,
  paused_ms bigint,
  resume_ms bigint,
  silent boolean not null,
  preview boolean not null,
  removed_ms bigint not null
);
create index removed_subscription_by_chat on removed_subscription (chat_id);

-- Versions that every node watches, one row a name.
create table counter (
  name text primary key,
  value bigint not null
);
-- subscription: rises with every change of the queries. analysis: the version of text analysis that read the
-- queries last. unused-query: queries that became inactive up to this change may be deleted, because every node
-- has had a day to see it.
insert into counter (name, value) values ('subscription', 0), ('analysis', 0), ('unused-query', 0);

-- ----------------------------------------------------------------------------------------------------- access

-- Values that are made once for an installation: the key that signs buttons, the access mode an owner chose.
create table installation (
  name text primary key,
  value text not null
);

-- Who may use the bot when access is closed. subject: a person or a chat. role: owner, guest. brought_by: the
-- person who used the bot in a group first, which let it in.
create table access_grant (
  platform text not null,
  workspace text not null,
  subject text not null,
  role text not null,
  granted_ms bigint not null,
  brought_by text not null default '',
  primary key (platform, workspace, subject)
);

-- Codes that are not used yet, as SHA-256 hashes. role: the role a code gives. platform: where it is valid;
-- blank for everywhere.
create table access_code (
  hash text primary key,
  platform text not null default '',
  role text not null,
  expires_ms bigint not null
);

-- How often each subject used each kind of request in its current window.
create table quota (
  subject text not null,
  kind text not null,
  window_start_ms bigint not null,
  used integer not null,
  primary key (subject, kind)
);
create index quota_by_age on quota (window_start_ms);

-- ------------------------------------------------------------------------------------------------------- feed

create table feed (
  id ${id},
  address text not null unique,
  host text not null,
  title text not null default '',
  link text,
  language text not null default '',
  -- The catalogue's name and category. Blank for feeds that chats added.
  name text not null default '',
  category text not null default '',
  in_catalogue boolean not null default false,
  -- The address holds credentials or a token. The catalogue's feeds are never secret.
  secret boolean not null,
  -- An owner of the bot shared it.
  shared boolean not null default false,
  -- Whether everybody sees its articles and not its keepers alone; follows from in_catalogue, secret, shared
  -- and a setting, see feed.AudienceStore.
  for_everybody boolean not null default false,
  -- Since when it is for everybody: what it brought before stays with its keepers. 0 if it brought nothing before.
  public_since_ms bigint not null default 0,
  state text not null default 'active',
  etag text,
  last_modified text,
  body_hash text not null default '',
  due_ms bigint not null,
  polled_ms bigint,
  succeeded_ms bigint,
  failures integer not null default 0,
  error text not null default '',
  problem text not null default '',
  failing_since_ms bigint,
  missing_since_ms bigint,
  notified boolean not null default false,
  hints text not null default '',
  interval_ms bigint,
  -- The catalogue's headers for its requests, a line each.
  headers text not null default '',
  adaptive_interval_ms bigint,
  changed_ms bigint,
  newest_ms bigint,
  -- When it last brought something new, or began to be polled, and whether the operator knows that that is long ago.
  brought_ms bigint,
  idle_notified boolean not null default false,
  moved_to text,
  moved_times integer not null default 0,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0,
  check (state in ('active', 'stopped', 'gone'))
);
create index feed_due on feed (due_ms, id) where state = 'active';
create index feed_failing on feed (host) where failures > 0;

-- Failed polls by feed and day (UTC), for a month.
create table feed_failure (
  feed_id bigint not null references feed (id) on delete cascade,
  epoch_day bigint not null,
  polls integer not null,
  primary key (feed_id, epoch_day)
);

-- What an owner switched: a pack of the catalogue by its name, or a source by its address.
create table pack_switch (
  item text primary key,
  enabled boolean not null
);

-- Keepers: the chats that added a feed. They alone see the articles of a feed that is not for everybody.
create table feed_keeper (
  feed_id bigint not null references feed (id),
  chat_id bigint not null references chat (id),
  primary key (feed_id, chat_id)
);
create index feed_keeper_chat on feed_keeper (chat_id);

-- Feeds that an administrator of a workspace shared with its chats, which see the articles from then on.
create table feed_workspace (
  feed_id bigint not null references feed (id),
  platform text not null,
  workspace text not null,
  since_ms bigint not null,
  primary key (feed_id, platform, workspace)
);

-- ---------------------------------------------------------------------------------------------------- article

-- Articles. state: silent (of the first poll of its feed: searchable, never alerted), pending (its page is to
-- be fetched), notifying (matched; chats up to notified_up_to_chat_id have their delivery), done.
create table article (
  id ${id},
  identity text not null unique,
  -- CanonicalLink.key of the link; several articles may have one page. Blank without a link.
  page_key text not null default '',
  feed_id bigint not null references feed (id),
  link text not null,
  host text not null,
  title text not null,
  feed_text text not null,
  author text not null,
  language text not null,
  -- The feed's categories of the entry, one a line.
  categories text not null default '',
  -- ArticleKind: chooses the summary, and is shown in the alert.
  kind text not null default 'news',
  published_ms bigint,
  seen_ms bigint not null,
  state text not null,
  body text,
  page_deadline_ms bigint not null,
  due_ms bigint not null,
  attempts integer not null default 0,
  -- Whether the feed published it while it could not be read for days: such articles come as one message.
  batched boolean not null default false,
  -- Whether a silent article is so because it was old when it was first seen.
  stale boolean not null default false,
  -- When the text became final: at the first poll of its feed, or when the page was read; 0 before. The
  -- archive follows the table by it.
  text_ready_ms bigint not null default 0,
  notified_up_to_chat_id bigint not null default 0,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0
);
create index article_to_do on article (host, id) where state in ('pending', 'notifying');
create index article_page_due on article (id) where state = 'pending' and host <> '' and attempts = 0;
create index article_page_deadline on article (page_deadline_ms) where state = 'pending';
create index article_text_due on article (id)
  where (state = 'notifying' or (state = 'pending' and (host = '' or attempts > 0)));
create index article_by_link on article (link);
create index article_by_page on article (page_key);
create index article_stale on article (feed_id) where stale;
create index article_seen on article (seen_ms, feed_id) where state <> 'silent';
-- For retention: articles whose text may be deleted, and articles that may be deleted altogether.
create index article_with_text on article (seen_ms) where body is not null or feed_text <> '';
create index article_without_text on article (seen_ms) where body is null and feed_text = '';
create index article_kept on article (text_ready_ms, id);

-- The keys under which entries of a feed were seen.
create table entry_key (
  feed_id bigint not null references feed (id),
  entry_key text not null,
  seen_ms bigint not null,
  -- The date that the entry says; of keys of title or text only.
  published_ms bigint,
  primary key (feed_id, entry_key)
);
create index entry_key_by_age on entry_key (seen_ms);

-- ------------------------------------------------------------------------------------------------------ alert

-- Queries that an article matched, and where: start-end pairs of UTF-16 offsets into title, line feed, body.
create table article_match (
  article_id bigint not null references article (id),
  query_id bigint not null references query (id),
  spans text not null,
  primary key (article_id, query_id)
);
create index article_match_by_query on article_match (query_id);

-- Summaries, one for each distinct set of matched words.
create table article_summary (
  article_id bigint not null references article (id),
  words text not null,
  sentences text not null,
  primary key (article_id, words)
);

-- Ratings of alerts by the thumb buttons. Kept for tuning longer than the article, so without a reference.
create table feedback (
  chat_id bigint not null references chat (id),
  article_id bigint not null,
  person text not null,
  good boolean not null,
  rated_ms bigint not null,
  primary key (chat_id, article_id, person)
);

-- --------------------------------------------------------------------------------------------------- delivery

-- The outbox. state: waiting, sending (a send has started), held (goes out in the digest digest_id), sent,
-- dead, dropped (no subscription asks for it any more). priority: 0 a reply, 1 an alert. A row without message
-- and article is a digest.
create table delivery (
  id ${id},
  chat_id bigint not null references chat (id),
  article_id bigint references article (id),
  message text,
  -- What a reply carries beside its text: buttons and reply mode, as JSON. Null for a plain text.
  extras text,
  digest_id bigint,
  priority integer not null,
  state text not null,
  -- Sends that count as attempts at this message, parts that arrived, sends with an unknown result, and
  -- whether the platform refused the markup.
  attempts integer not null default 0,
  parts_sent integer not null default 0,
  ambiguous_sends integer not null default 0,
  plain_text boolean not null default false,
  due_ms bigint not null,
  created_ms bigint not null,
  ended_ms bigint,
  message_id text,
  reason text,
  unique (article_id, chat_id)
);
create index delivery_to_send on delivery (chat_id, priority, id) where state in ('waiting', 'sending');
create index delivery_held on delivery (digest_id) where digest_id is not null;
create index delivery_dead on delivery (ended_ms) where state = 'dead';
create index delivery_ended on delivery (ended_ms) where ended_ms is not null;

-- One row a chat: when its next reply and its next alert may be sent. Null if there is none, or if the chat is
-- unreachable. channel_key: the unit of the platform's limits, which is the chat without its thread.
create table chat_queue (
  chat_id bigint primary key references chat (id),
  platform text not null,
  channel_key text not null,
  reply_due_ms bigint,
  alert_due_ms bigint,
  -- When the next alert and the next reply may be sent at the platform's rate, and the time before which the
  -- platform accepts nothing.
  alert_allowed_ms bigint not null default 0,
  reply_allowed_ms bigint not null default 0,
  blocked_until_ms bigint not null default 0,
  -- The current hour: its start, the alerts sent in it, and when its digest was sent.
  hour_start_ms bigint not null default 0,
  alerts_in_hour integer not null default 0,
  last_digest_ms bigint not null default 0,
  holding boolean not null default false,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0
);
create index chat_queue_replies on chat_queue (platform, reply_due_ms) where reply_due_ms is not null;
create index chat_queue_alerts on chat_queue (platform, alert_due_ms) where alert_due_ms is not null;
create index chat_queue_channel on chat_queue (channel_key);

-- Accounts: one for each platform token, under a name that does not contain it. Nothing is sent before
-- blocked_until_ms, and nothing at all when rejected_reason is not null. rate_limited_…: the last "too many
-- requests" for one channel.
create table account (
  name text primary key,
  blocked_until_ms bigint not null default 0,
  rejected_reason text,
  -- When the next alert may be sent with this token: alerts are spread over the second and leave room for
  -- replies.
  alert_allowed_ms bigint not null default 0,
  rate_limited_ms bigint not null default 0,
  rate_limited_until_ms bigint not null default 0,
  rate_limited_channel_key text not null default ''
);

-- Permits to send: as many rows as an account may send messages in a second, each leased for a second.
create table send_permit (
  id ${id},
  account text not null,
  slot integer not null,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0,
  unique (account, slot)
);
create index send_permit_free on send_permit (account, lease_until_ms);

-- Notices to the operator: each kind of problem at most once an hour.
create table operator_notice (
  kind text not null,
  subject text not null,
  sent_ms bigint not null,
  pending integer not null default 0,
  detail text not null default '',
  primary key (kind, subject)
);

-- ------------------------------------------------------------------------------------------------------ inbox

-- Messages to the bot. state: waiting, slow (set aside: the answer needs the network), done, failed. kind: typed,
-- aside (visible to the bot alone), press (a button), home (Slack's home tab). message_id: the message of ours
-- that it refers to. callback: the platform's id of a button press.
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
  kind text not null default 'typed',
  message_id text not null default '',
  callback text not null default '',
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
-- Messages of one sender that wait for an answer, for the limit on them.
create index inbox_by_sender on inbox (platform, workspace, sender, id) where state = 'waiting';
-- Messages that were set aside, of each sender the oldest first.
create index inbox_slow on inbox (platform, workspace, sender, id) where state = 'slow';
create index inbox_failed on inbox (id) where state = 'failed';
create index inbox_ended on inbox (received_ms) where state <> 'waiting';

-- ---------------------------------------------------------------------------------------------------- command

-- Queries that buttons refer to, for as long as the buttons are valid.
create table button_query (
  id ${id},
  text text not null unique,
  saved_ms bigint not null
);
create index button_query_old on button_query (saved_ms);

-- Feeds of an import that wait for discovery, and the results of the others until all are done. by_owner:
-- whether an owner of the bot imports. state: waiting, added, already_added, unreadable, quota_exceeded.
create table feed_import (
  id ${id},
  chat_id bigint not null references chat (id),
  address text not null,
  by_owner boolean not null,
  state text not null default 'waiting',
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0,
  unique (chat_id, address)
);
create index feed_import_to_do on feed_import (id) where state = 'waiting';
