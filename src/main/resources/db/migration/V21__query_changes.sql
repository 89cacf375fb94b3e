-- queries in the order of their changes, page by page
drop index query_by_version;
create index query_by_change on query (version, id);
-- by which analysis of words the queries were read last
insert into counter (name, value) values ('analysis', 0);
