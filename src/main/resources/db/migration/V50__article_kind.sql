-- what the article turned out to be (ArticleKind): chooses its summary, and is said in its alert
alter table article add column kind text not null default 'news';
