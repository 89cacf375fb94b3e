-- feeds of an import that are still to be looked for, and what became of the others until all are done.
-- owner: whether an owner of the bot asked. state: waiting, added, known, unreadable, tomorrow
create table feed_import (
  id ${id},
  chat_id bigint not null references chat (id),
  address text not null,
  owner boolean not null,
  state text not null default 'waiting',
  lease_until_ms bigint not null default 0,
  lease_token bigint not null default 0,
  unique (chat_id, address)
);
create index feed_import_to_do on feed_import (id) where state = 'waiting';
