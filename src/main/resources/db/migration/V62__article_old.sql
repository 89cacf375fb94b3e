-- whether a quiet article is so because it was old news when it was first seen
alter table article add column old boolean not null default false;
