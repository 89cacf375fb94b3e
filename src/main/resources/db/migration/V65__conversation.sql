-- how it was said: kind typed, aside (only the bot saw it), press (a button), home; the message of ours it is
-- about; and what the platform calls the press
alter table inbox add column kind text not null default 'typed';
alter table inbox add column about_message text not null default '';
alter table inbox add column press text not null default '';

-- what goes with a reply's text: buttons and manner, as JSON; null for a plain text
alter table delivery add column extras text;
