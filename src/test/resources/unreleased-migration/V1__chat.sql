create table chat (id integer primary key);
