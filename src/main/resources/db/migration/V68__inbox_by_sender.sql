-- what a person has said and has no answer to yet: who says too much at once is found out for each word
create index inbox_by_sender on inbox (platform, workspace, sender, id) where state = 'waiting';
