-- when the article's text became what it is: at the first poll of its feed, or when it was read; 0 before.
-- The archive follows the table by it.
alter table article add column kept_ms bigint not null default 0;
update article set kept_ms = seen_ms where state <> 'unread';
create index article_kept on article (kept_ms, id);
