package dev.bongsu.cli;

import dev.bongsu.article.ArticleReader;
import dev.bongsu.delivery.DeadLetterStore;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.feed.FeedParser;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.match.QueryMatcher;
import java.util.function.Supplier;

/// What the commands work with.
///
/// @param matcher made when it is asked for: its dictionaries take a second to load
/// @param deadLetters opens the database, beside a running bot
public record Tools(
    HttpSettings settings,
    GuardedHttp http,
    FeedFetcher fetcher,
    FeedParser parser,
    ArticleReader reader,
    Supplier<QueryMatcher> matcher,
    Supplier<DeadLetterStore> deadLetters) {

  /// The largest input, file or page.
  long maxBytes() {
    return settings.maxBody().toBytes();
  }
}
