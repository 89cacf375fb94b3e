package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry to be stored as an article.
///
/// @param identity unique among articles: equal for one article in several feeds
/// @param host of the page; blank if there is no page
/// @param text of the feed; may be empty
/// @param categories of the feed
record NewArticle(
    FeedId feed,
    String identity,
    URI link,
    String host,
    String title,
    String text,
    String author,
    List<String> categories,
    String language,
    @Nullable Instant published,
    AlertPolicy alertPolicy) {}
