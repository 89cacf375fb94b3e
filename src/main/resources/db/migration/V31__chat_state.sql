-- whether a chat can be written to. state: active, gone (gone_reason; its subscriptions are kept), moved (it has
-- another id now, and this row only remembers the old one)
alter table chat add column state text not null default 'active';
alter table chat add column gone_reason text;
alter table chat add column gone_ms bigint;
-- "no such chat" is believed when it was said three times in a day
alter table chat add column missing_times integer not null default 0;
alter table chat add column missing_since_ms bigint not null default 0;
