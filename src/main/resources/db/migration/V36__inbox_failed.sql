-- what could not be handled, to be counted
create index inbox_failed on inbox (id) where state = 'failed';
-- what is over, by age, to be cleared away
create index inbox_ended on inbox (received_ms) where state <> 'waiting';
create index delivery_ended on delivery (ended_ms) where ended_ms is not null;
create index entry_key_by_age on entry_key (seen_ms);
create index article_by_age on article (seen_ms);
