package dev.bongsu.retention;

import dev.bongsu.access.QuotaStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.RobotsStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.subscription.UnusedQueryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// The deletions of a night in their order: an article is deleted after the deliveries that refer
/// to it, a query after the articles that it matched. Each owner deletes its own rows.
public final class RetentionSteps {
  /// Twice the longest window of a quota.
  private static final Duration QUOTA_RETENTION = Duration.ofDays(2);

  /// Longer than the longest pause that a host may ask for.
  private static final Duration HOST_RETENTION = Duration.ofDays(8);

  private final ArticleRetention articles;
  private final OutboxStore outbox;
  private final InboxStore inbox;
  private final QuotaStore quotas;
  private final HostStore hosts;
  private final RobotsStore robots;
  private final UnusedQueryStore queries;

  public RetentionSteps(
      ArticleRetention articles,
      OutboxStore outbox,
      InboxStore inbox,
      QuotaStore quotas,
      HostStore hosts,
      RobotsStore robots,
      UnusedQueryStore queries) {
    this.articles = articles;
    this.outbox = outbox;
    this.inbox = inbox;
    this.quotas = quotas;
    this.hosts = hosts;
    this.robots = robots;
    this.queries = queries;
  }

  List<Step> at(Instant now, RetentionSettings settings) {
    Instant texts = now.minus(settings.articleText());
    Instant seen = now.minus(settings.seenKeys());
    Instant ended = now.minus(settings.deliveries());
    Instant received = now.minus(settings.inbox());
    Instant counted = now.minus(QUOTA_RETENTION);
    Instant requested = now.minus(HOST_RETENTION);
    return List.of(
        new Step("article texts", max -> articles.deleteTexts(texts, max)),
        new Step("deliveries", max -> outbox.deleteOlderThan(ended, max)),
        new Step("inbox rows", max -> inbox.deleteOlderThan(received, max)),
        new Step("quotas", max -> quotas.deleteOlderThan(counted, max)),
        new Step("hosts", max -> hosts.deleteOlderThan(requested, max)),
        new Step("robots.txt files", max -> robots.deleteOlderThan(now, max)),
        new Step("seen keys", articles.deleteKeys(seen)),
        new Step("articles", max -> articles.deleteArticles(seen, max)),
        new Step("queries", queries::deleteMarked));
  }

  /// To be called when all steps are done.
  void finish() {
    queries.mark();
  }

  /// One kind of rows.
  ///
  /// @param rows their name, for the log
  /// @param delete deletes at most so many rows; returns how many, 0 if there are no more
  record Step(String rows, IntUnaryOperator delete) {}
}
