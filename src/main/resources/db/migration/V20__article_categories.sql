-- the categories that the feed gives an article, one a line
alter table article add column categories text not null default '';
