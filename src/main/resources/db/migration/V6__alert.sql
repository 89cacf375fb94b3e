-- which standing queries an article satisfied, and where in it: start-end pairs of UTF-16 offsets into
-- title, line feed, body
create table article_match (
  article_id bigint not null references article (id),
  query_id bigint not null references query (id),
  spans text not null,
  primary key (article_id, query_id)
);

-- one summary for each distinct set of matched words
create table article_summary (
  article_id bigint not null references article (id),
  words text not null,
  sentences text not null,
  primary key (article_id, words)
);
