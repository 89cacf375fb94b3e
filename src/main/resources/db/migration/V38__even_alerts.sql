-- when the next alert may go with this token, so that alerts are spread over the second and leave room between
-- them for replies
alter table account add column alert_ms bigint not null default 0;
