package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.syndication.FeedFormat;
import dev.bongsu.syndication.FeedHints;
import dev.bongsu.syndication.ParsedFeed;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// A store with its surroundings.
final class FeedStoreFixture implements AutoCloseable {
  final TestDatabase database;
  final TestClock clock = new TestClock();
  final FeedStore feeds;
  final KeeperStore keepers;
  final FeedStatisticsStore statistics;
  private int chats;

  FeedStoreFixture(TestDatabase database) {
    this.database = database;
    this.statistics = new FeedStatisticsStore(database.database(), clock);
    this.keepers = new KeeperStore(database.database(), clock);
    HttpSettings http =
        new HttpSettings(
            List.of(), Duration.ofSeconds(1), DataSize.ofMegabytes(1), Duration.ofSeconds(30));
    FeedSettings settings =
        new FeedSettings(
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            FeedSettings.Audience.KEEPERS,
            List.of(),
            "");
    this.feeds =
        new FeedStore(
            database.database(),
            clock,
            new LeaseSettings(Duration.ofSeconds(60)),
            new HostStore(database.database(), clock, http),
            new FeedSchedule(settings, () -> 1.0),
            new AudienceStore(database.database(), clock, settings),
            database.nudges());
  }

  void syncCatalogue(String... addresses) {
    feeds.syncCatalogue(
        List.of(addresses).stream()
            .map(
                address ->
                    new CatalogueFeed(
                        "name", "ko", "news", URI.create(address), FeedHeaders.NONE, null, null))
            .toList());
  }

  void syncCatalogue(String address, Duration interval) {
    feeds.syncCatalogue(
        List.of(
            new CatalogueFeed(
                "n", "ko", "news", URI.create(address), FeedHeaders.NONE, interval, null)));
  }

  FetchOutcome.Fetched fetched(String title) {
    return fetched(title, FeedHints.NONE);
  }

  FetchOutcome.Fetched fetched(String title, FeedHints hints) {
    URI link = URI.create("https://a.example/");
    FeedFormat format = new FeedFormat("rss_2.0");
    ParsedFeed feed = new ParsedFeed(title, link, "en", format, List.of(), List.of(), true, hints);
    return new FetchOutcome.Fetched(
        feed,
        FeedStoreContract.ADDRESS,
        FeedStoreContract.VALIDATORS,
        FetchOutcome.PublisherHints.NONE);
  }

  /// @param movedTo null if the feed was where it was asked for
  FetchOutcome.NotModified notModified(@Nullable URI movedTo) {
    return new FetchOutcome.NotModified(
        FeedStoreContract.VALIDATORS, new FetchOutcome.PublisherHints(movedTo, null, null));
  }

  /// Lets an interval pass, and asks the one feed there is.
  void pollAfterInterval(FetchOutcome outcome) {
    clock.advance(Duration.ofMinutes(15));
    finishPoll(outcome);
  }

  void finishPoll(FetchOutcome outcome) {
    assertThat(feeds.finish(feeds.claim(1).getFirst(), outcome)).isTrue();
  }

  FeedStatus status(ChatKey chat) {
    return keepers.visibleTo(chat).getFirst();
  }

  ChatKey chat() {
    return database
        .database()
        .write()
        .sql(
            """
            insert into chat (platform, workspace, channel, thread, language, created_ms)
            values ('console', '', :channel, '', 'en', 0) returning id
            """)
        .param("channel", "c" + chats++)
        .query((row, _) -> new ChatKey(row.getLong("id")))
        .single();
  }

  @Override
  public void close() {
    database.close();
  }
}
