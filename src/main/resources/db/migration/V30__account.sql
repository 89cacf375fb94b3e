-- accounts: a platform's token, by a name without it. Nothing is sent before until_ms, and nothing at all once
-- the token is dead. limited_…: the last "too many requests" of a chat
create table account (
  name text primary key,
  until_ms bigint not null default 0,
  dead text,
  limited_ms bigint not null default 0,
  limited_until_ms bigint not null default 0,
  limited_place text not null default ''
);

-- as many rows as an account may send messages in a second; each is taken for that long
create table send_permit (
  id ${id},
  account text not null,
  slot integer not null,
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0,
  unique (account, slot)
);
create index send_permit_free on send_permit (account, lease_until_ms);
