-- how a subscription wants to be told
alter table subscription add column paused boolean not null default false;
alter table subscription add column silent boolean not null default false;
alter table subscription add column preview boolean not null default false;

-- what people said of alerts with the thumbs; kept for tuning, also when the article is kept no more
create table feedback (
  chat_id bigint not null references chat (id),
  article_id bigint not null,
  person text not null,
  good boolean not null,
  said_ms bigint not null,
  primary key (chat_id, article_id, person)
);
