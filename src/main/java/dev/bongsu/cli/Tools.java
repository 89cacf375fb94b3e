package dev.bongsu.cli;

import dev.bongsu.delivery.DeadLetterStore;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.query.QueryParser;
import dev.bongsu.syndication.FeedParser;
import java.util.function.Supplier;

/// What the commands work with.
///
/// @param queries made when it is asked for, with the topics
/// @param matcher made when it is asked for: its dictionaries take a second to load
/// @param deadLetters opens the database, beside a running bot
/// @param lists likewise
public record Tools(
    HttpSettings settings,
    GuardedHttp http,
    FeedFetcher fetcher,
    FeedParser parser,
    ArticleReader reader,
    Supplier<QueryParser> queries,
    Supplier<QueryMatcher> matcher,
    Supplier<DeadLetterStore> deadLetters,
    Supplier<FeedLists> lists) {

  /// The largest input, file or page.
  long maxBytes() {
    return settings.maxBody().toBytes();
  }
}
