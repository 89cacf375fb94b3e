create table host (name text primary key);
