package dev.bongsu.command;

import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.feed.FeedId;
import dev.bongsu.feed.FeedYieldStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What feeds brought in the last [FeedYieldStore#DAYS] days.
public final class FeedYields {
  private final ArticleStore articles;
  private final SentAlertStore alerts;
  private final FeedYieldStore failures;
  private final InstantSource clock;

  public FeedYields(
      ArticleStore articles, SentAlertStore alerts, FeedYieldStore failures, InstantSource clock) {
    this.articles = articles;
    this.alerts = alerts;
    this.failures = failures;
    this.clock = clock;
  }

  /// The yield by feed, read now for all feeds at once.
  ///
  /// @param chat that received the alerts; null for all chats
  public Function<FeedId, FeedYield> read(@Nullable ChatKey chat) {
    Instant since = clock.instant().minus(Duration.ofDays(FeedYieldStore.DAYS));
    Map<FeedId, Integer> brought = articles.countByFeedSince(since);
    Map<FeedId, Integer> sent = alerts.countByFeedSince(chat, since);
    Map<FeedId, Integer> failed = failures.failedPolls();
    return feed ->
        new FeedYield(
            brought.getOrDefault(feed, 0),
            sent.getOrDefault(feed, 0),
            failed.getOrDefault(feed, 0));
  }
}
