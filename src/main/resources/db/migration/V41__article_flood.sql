-- whether an article came with what a feed published while it could not be read for days
alter table article add column flood boolean not null default false;
