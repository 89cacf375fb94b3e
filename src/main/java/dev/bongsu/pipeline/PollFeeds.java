package dev.bongsu.pipeline;

import dev.bongsu.article.ArticleIntake;
import dev.bongsu.article.PollKind;
import dev.bongsu.feed.DueFeed;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.FetchOutcome;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.WorkHandler;
import dev.bongsu.storage.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// feed (due) ──▶ article (unread): stores the new articles, the feed's validators and its next due
/// time in one transaction.
public final class PollFeeds implements WorkHandler<DueFeed> {
  private static final Logger LOG = LoggerFactory.getLogger(PollFeeds.class);

  private final FeedStore feeds;
  private final FeedFetcher fetcher;
  private final FeedNotices notices;
  private final ArticleIntake intake;
  private final Database database;
  private final PipelineMetrics metrics;

  public PollFeeds(
      FeedStore feeds,
      FeedFetcher fetcher,
      FeedNotices notices,
      ArticleIntake intake,
      Database database,
      PipelineMetrics metrics) {
    this.feeds = feeds;
    this.fetcher = fetcher;
    this.notices = notices;
    this.intake = intake;
    this.database = database;
    this.metrics = metrics;
  }

  @Override
  public WorkQueue<DueFeed> queue() {
    return feeds;
  }

  @Override
  public void handle(DueFeed due) {
    FetchOutcome outcome = fetcher.fetch(due.feed(), due.headers());
    ArticleIntake.IntakeResult taken = database.inTransaction(() -> store(due, outcome));
    metrics.feedPolled(outcome, taken.stale());
    logOutcome(due.feed(), outcome, taken.pending());
  }

  private ArticleIntake.IntakeResult store(DueFeed due, FetchOutcome outcome) {
    if (!feeds.finish(due, outcome)) {
      return ArticleIntake.IntakeResult.NOTHING;
    }
    notices.notifyKeepers(due.feed());
    if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
      return ArticleIntake.IntakeResult.NOTHING;
    }
    var taken = intake.ingest(due.feed(), fetched.feed().entries(), pollKind(due));
    if (taken.pending() + taken.stale() > 0) {
      feeds.recordArticles(due.feed());
    }
    return taken;
  }

  private static PollKind pollKind(DueFeed due) {
    if (due.feed().isFirstPoll()) {
      return PollKind.FIRST;
    }
    return due.afterOutage() ? PollKind.AFTER_OUTAGE : PollKind.REGULAR;
  }

  private static void logOutcome(Feed feed, FetchOutcome outcome, int unread) {
    switch (outcome) {
      case FetchOutcome.Fetched fetched -> {
        LOG.debug("{}: {} entries, {} to read", feed, fetched.feed().entries().size(), unread);
        fetched.feed().warnings().forEach(warning -> LOG.info("{}: {}", feed, warning));
      }
      case FetchOutcome.NotModified _ -> LOG.debug("{}: nothing new", feed);
      case FetchOutcome.Failed(String reason, _, _) -> LOG.info("{} failed: {}", feed, reason);
      case FetchOutcome.RateLimited(String reason, _, _) -> LOG.info("{} failed: {}", feed, reason);
      case FetchOutcome.Forbidden(String reason, _) -> LOG.info("{} failed: {}", feed, reason);
      case FetchOutcome.NotAFeed(String reason) -> LOG.info("{} is no feed: {}", feed, reason);
      case FetchOutcome.Missing() -> LOG.info("{} failed: answered 404", feed);
      case FetchOutcome.Gone() -> LOG.info("{} is gone (410); polling stopped", feed);
    }
  }

  @Override
  public void defer(DueFeed due) {
    feeds.finish(due, new FetchOutcome.Failed("an error of ours; the log has it", null, null));
  }
}
