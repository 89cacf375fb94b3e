-- the outbox. state: waiting, sending (a send was begun), held (told in a digest: digest_id), sent, dead,
-- dropped (nobody asks any more)
-- urgency: 0 a reply, 1 an alert. Without message and article it is a digest.
create table delivery (
  id ${id},
  chat_id bigint not null references chat (id),
  article_id bigint references article (id),
  message text,
  digest_id bigint,
  urgency integer not null,
  state text not null,
  -- sends begun that say something about the message, parts that arrived, sends of which nobody knows
  -- whether they arrived, and whether markup was refused
  attempts integer not null default 0,
  parts integer not null default 0,
  doubts integer not null default 0,
  plain boolean not null default false,
  due_ms bigint not null,
  created_ms bigint not null,
  ended_ms bigint,
  message_id text,
  reason text,
  unique (article_id, chat_id)
);
create index delivery_to_send on delivery (chat_id, urgency, id) where state in ('waiting', 'sending');
create index delivery_held on delivery (digest_id) where digest_id is not null;
create index delivery_dead on delivery (ended_ms) where state = 'dead';

-- one row a chat: when its next reply and its next alert may be sent; null if there is none, or if the chat
-- cannot be written to. place: what the platform's limits hold for, the chat without its thread
create table chat_queue (
  chat_id bigint primary key references chat (id),
  platform text not null,
  place text not null,
  reply_due_ms bigint,
  alert_due_ms bigint,
  -- when the next alert and the next reply may go by the platform's rate, and the time before which the
  -- platform wants nothing
  pace_ms bigint not null default 0,
  reply_pace_ms bigint not null default 0,
  until_ms bigint not null default 0,
  -- the hour that is counted: its start, alerts sent in it, and when its digest was told
  hour_ms bigint not null default 0,
  hour_alerts integer not null default 0,
  digest_ms bigint not null default 0,
  holding boolean not null default false,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0
);
create index chat_queue_replies on chat_queue (platform, reply_due_ms) where reply_due_ms is not null;
create index chat_queue_alerts on chat_queue (platform, alert_due_ms) where alert_due_ms is not null;
create index chat_queue_place on chat_queue (place);
