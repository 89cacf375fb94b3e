-- queries that nobody asks for any more, and what still speaks of them
create index query_dead on query (version) where live = 0;
create index article_match_by_query on article_match (query_id);
-- queries that died up to this change may go: every node has had a day to see it
insert into counter (name, value) values ('dead-query', 0);
