-- who last gave the bot something to do in a channel: whom to tell in a message of their own when it can be
-- written to no more; blank for nobody
alter table chat add column caretaker text not null default '';
