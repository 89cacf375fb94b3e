-- the outbox. state: waiting, sending (a send was begun), sent, dead, dropped (nobody asks any more)
-- urgency: 0 a reply, 1 an alert
create table delivery (
  id ${id},
  chat_id bigint not null references chat (id),
  article_id bigint references article (id),
  message text,
  urgency integer not null,
  state text not null,
  attempts integer not null default 0,
  due_ms bigint not null,
  created_ms bigint not null,
  ended_ms bigint,
  message_id text,
  reason text,
  unique (article_id, chat_id)
);
create index delivery_to_send on delivery (chat_id, urgency, id) where state in ('waiting', 'sending');

-- one row a chat: when its next delivery is due
create table chat_queue (
  chat_id bigint primary key references chat (id),
  due_ms bigint not null,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0
);
create index chat_queue_by_due on chat_queue (due_ms);
