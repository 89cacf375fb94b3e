-- facts of the installation that are made once: the key of the buttons, the mode of access an owner chose
create table installation (
  name text primary key,
  value text not null
);

-- who may talk to the bot when it is closed. subject: a person or a chat. role: owner, guest
create table access_grant (
  platform text not null,
  workspace text not null,
  subject text not null,
  role text not null,
  granted_ms bigint not null,
  primary key (platform, workspace, subject)
);

-- codes not used yet, as SHA-256 sums. role: what its user becomes
create table access_code (
  sum text primary key,
  role text not null,
  until_ms bigint not null
);

-- how often something was done since a time
create table quota (
  subject text not null,
  kind text not null,
  since_ms bigint not null,
  used integer not null,
  primary key (subject, kind)
);
create index quota_by_age on quota (since_ms);
