-- articles by age, apart: those whose text may be cleared away, and those that may go altogether
drop index article_by_age;
create index article_with_text on article (seen_ms) where body is not null or feed_text <> '';
create index article_without_text on article (seen_ms) where body is null and feed_text = '';
