package dev.bongsu.cli;

import dev.bongsu.article.ArticleReader;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.feed.FeedParser;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.match.QueryMatcher;

/// What the commands work with: the parts of the bot that need no database.
public record Tools(
    HttpSettings settings,
    GuardedHttp http,
    FeedFetcher fetcher,
    FeedParser parser,
    ArticleReader reader,
    QueryMatcher matcher) {

  /// The largest input, file or page.
  long maxBytes() {
    return settings.maxBody().toBytes();
  }
}
