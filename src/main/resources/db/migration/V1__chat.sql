-- chats: whom we speak to
create table chat (
  id ${id},
  platform text not null,
  workspace text not null,
  channel text not null,
  thread text not null,
  language text not null,
  zone text,
  created_ms bigint not null,
  unique (platform, workspace, channel, thread)
);
