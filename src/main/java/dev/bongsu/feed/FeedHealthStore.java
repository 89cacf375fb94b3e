package dev.bongsu.feed;

import dev.bongsu.storage.Database;
import dev.bongsu.syndication.FeedHints;
import dev.bongsu.syndication.ParsedFeed;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Records results of polls and schedules the next poll.
final class FeedHealthStore {
  private static final Duration NOTIFY_AFTER = Duration.ofDays(3);

  /// Publishers' clocks and zones are wrong by hours.
  private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

  private static final Duration GONE_AFTER = Duration.ofDays(14);

  private final Database database;
  private final InstantSource clock;
  private final FeedSchedule schedule;
  private final HostOutageStore outages;

  FeedHealthStore(Database database, InstantSource clock, FeedSchedule schedule) {
    this.database = database;
    this.clock = clock;
    this.schedule = schedule;
    this.outages = new HostOutageStore(database, clock);
  }

  /// Records the result of a poll.
  void record(Feed feed, FetchOutcome outcome) {
    switch (outcome) {
      case FetchOutcome.Fetched fetched -> fetched(feed.id(), fetched);
      case FetchOutcome.NotModified unchanged -> unchanged(feed.id(), unchanged);
      case FetchOutcome.Failed(String reason, Instant retryAt, URI server) ->
          failed(
              feed.id(),
              server == null ? FeedProblem.UNREACHABLE : FeedProblem.ERROR,
              reason,
              retryAt);
      case FetchOutcome.RateLimited(String reason, Instant until, _) ->
          failed(feed.id(), FeedProblem.ERROR, reason, until);
      case FetchOutcome.Forbidden(String reason, _) ->
          failed(feed.id(), FeedProblem.FORBIDDEN, reason, null);
      case FetchOutcome.NotAFeed(String reason) ->
          failed(feed.id(), FeedProblem.NO_FEED, "not a feed: " + reason, null);
      case FetchOutcome.Missing() -> missing(feed.id());
      case FetchOutcome.Gone() -> gone(feed.id(), "gone for good (410)");
    }
  }

  /// Titles and links follow the document; a language is kept once it is known, since the
  /// catalogue's is right more often than the publisher's.
  ///
  /// After a truncated first document, old entries are still to come: the second poll then counts
  /// as the first.
  private void fetched(FeedId id, FetchOutcome.Fetched fetched) {
    ParsedFeed parsed = fetched.feed();
    Instant now = clock.instant();
    List<Instant> dates =
        parsed.entries().stream().flatMap(entry -> Stream.ofNullable(entry.published())).toList();
    PollTiming timing = timing(id);
    Duration pace = schedule.adaptiveInterval().afterChange(dates, now);
    FeedHints hints = mergeHeaders(parsed.hints(), fetched.publisherHints());
    saveDocument(id, parsed, hints, newest(dates, now));
    succeeded(id, fetched.validators(), pace, nextDue(timing, pace, hints));
  }

  private void saveDocument(FeedId id, ParsedFeed parsed, FeedHints hints, long newest) {
    URI link = parsed.link();
    database
        .write()
        .sql(
            """
            update feed set
              succeeded_ms = case when :whole or body_hash <> '' then :now else succeeded_ms end,
              changed_ms = :now, hints = :hints,
              newest_ms = case when coalesce(newest_ms, 0) < :newest then :newest else newest_ms end,
              title = case when :title = '' then title else :title end,
              link = coalesce(:link, link),
              language = case when language = '' then :language else language end
            where id = :id
            """)
        .param("whole", parsed.complete())
        .param("now", clock.millis())
        .param("hints", hints.encode())
        .param("newest", newest)
        .param("title", parsed.title())
        .param("link", link == null ? null : link.toString())
        .param("language", parsed.language())
        .param("id", id.value())
        .update();
  }

  /// The newest date, or 0. Future dates are errors and would make all later entries look old.
  private static long newest(List<Instant> dates, Instant now) {
    return dates.stream()
        .filter(date -> !date.isAfter(now.plus(CLOCK_TOLERANCE)))
        .mapToLong(Instant::toEpochMilli)
        .max()
        .orElse(0);
  }

  /// A 304 may bring new headers and leaves the document's own hints unchanged.
  private void unchanged(FeedId id, FetchOutcome.NotModified unchanged) {
    Instant now = clock.instant();
    PollTiming rhythm = timing(id);
    Duration pace =
        schedule
            .adaptiveInterval()
            .afterNoChange(rhythm.adaptiveInterval(), rhythm.lastChange(), now);
    FeedHints hints = mergeHeaders(rhythm.hints(), unchanged.publisherHints());
    database
        .write()
        .sql("update feed set succeeded_ms = :now where id = :id")
        .param("now", now.toEpochMilli())
        .param("id", id.value())
        .update();
    succeeded(id, unchanged.validators(), pace, nextDue(rhythm, pace, hints));
  }

  private static FeedHints mergeHeaders(FeedHints hints, FetchOutcome.PublisherHints wish) {
    Duration fresh = wish.freshFor();
    return fresh == null ? hints : hints.withMinInterval(fresh);
  }

  private Instant nextDue(PollTiming rhythm, Duration pace, FeedHints hints) {
    Duration set = rhythm.fixedInterval();
    return set == null
        ? schedule.afterSuccess(clock.instant(), pace, hints)
        : clock.instant().plus(set);
  }

  private void succeeded(FeedId id, Validators validators, Duration pace, Instant due) {
    outages.recallFeedsOfSameOutage(id);
    database
        .write()
        .sql(
            """
            update feed set polled_ms = :now, failures = 0, error = '', problem = '',
              failing_since_ms = null, missing_since_ms = null, notified = false,
              adaptive_interval_ms = :pace, due_ms = :due,
              etag = :etag, last_modified = :modified, body_hash = :hash
            where id = :id
            """)
        .param("now", clock.millis())
        .param("pace", pace.toMillis())
        .param("due", due.toEpochMilli())
        .param("etag", validators.etag())
        .param("modified", validators.lastModified())
        .param("hash", validators.bodyHash())
        .param("id", id.value())
        .update();
  }

  private void failed(FeedId id, FeedProblem problem, String reason, @Nullable Instant retryAt) {
    Instant now = clock.instant();
    Instant due =
        database
            .write()
            .sql(
                """
                update feed set polled_ms = :now, failures = failures + 1, error = :error,
                  problem = :problem, failing_since_ms = coalesce(failing_since_ms, :now)
                where id = :id returning failures, failing_since_ms
                """)
            .param("now", now.toEpochMilli())
            .param("error", reason)
            .param("problem", problem.name())
            .param("id", id.value())
            .query(
                (row, _) ->
                    schedule.afterFailure(
                        now,
                        row.getInt("failures"),
                        Instant.ofEpochMilli(row.getLong("failing_since_ms")),
                        retryAt))
            .single();
    database
        .write()
        .sql("update feed set due_ms = :due where id = :id")
        .param("due", due.toEpochMilli())
        .param("id", id.value())
        .update();
  }

  /// A feed is gone after two weeks of nothing but 404.
  private void missing(FeedId id) {
    failed(id, FeedProblem.MISSING, "answered 404", null);
    long now = clock.millis();
    long since =
        database
            .write()
            .sql(
                """
                update feed set missing_since_ms = coalesce(missing_since_ms, :now) where id = :id
                returning missing_since_ms
                """)
            .param("now", now)
            .param("id", id.value())
            .query((row, _) -> row.getLong("missing_since_ms"))
            .single();
    if (now - since >= GONE_AFTER.toMillis()) {
      gone(id, "nothing there for two weeks (404)");
    }
  }

  private void gone(FeedId id, String reason) {
    database
        .write()
        .sql(
            """
            update feed set polled_ms = :now, failures = failures + 1, state = 'gone',
              error = :error, problem = :problem, notified = false
            where id = :id
            """)
        .param("now", clock.millis())
        .param("error", reason)
        .param("problem", FeedProblem.GONE.name())
        .param("id", id.value())
        .update();
  }

  /// The notice that is due for the feed and was not sent yet.
  Optional<FeedNotice.Kind> claimNotice(FeedId id) {
    return database
        .write()
        .sql(
            """
            update feed set notified = true
            where id = :id and not notified
              and (state = 'gone' or (state = 'active' and failing_since_ms <= :since))
            returning state
            """)
        .param("id", id.value())
        .param("since", clock.instant().minus(NOTIFY_AFTER).toEpochMilli())
        .query(
            (row, _) ->
                row.getString("state").equals("gone")
                    ? FeedNotice.Kind.GONE
                    : FeedNotice.Kind.FAILING)
        .optional();
  }

  private PollTiming timing(FeedId id) {
    return database
        .write()
        .sql("select hints, interval_ms, adaptive_interval_ms, changed_ms from feed where id = :id")
        .param("id", id.value())
        .query((row, _) -> timing(row))
        .single();
  }

  private PollTiming timing(ResultSet row) throws SQLException {
    long interval = row.getLong("interval_ms");
    long pace = row.getLong("adaptive_interval_ms");
    long changed = row.getLong("changed_ms");
    return new PollTiming(
        FeedHints.decode(row.getString("hints")),
        interval == 0 ? null : Duration.ofMillis(interval),
        pace == 0 ? schedule.adaptiveInterval().baseInterval() : Duration.ofMillis(pace),
        changed == 0 ? clock.instant() : Instant.ofEpochMilli(changed));
  }

  /// The stored values that schedule a feed.
  ///
  /// @param fixedInterval the operator's interval for this feed, which overrides all others; null
  ///   for none
  private record PollTiming(
      FeedHints hints,
      @Nullable Duration fixedInterval,
      Duration adaptiveInterval,
      Instant lastChange) {}
}
