package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A host that asks for fewer requests, and one that comes back after an outage.
interface HostPauseContract {
  URI HOST = URI.create("https://a.example/");
  FetchOutcome LIMITED = new FetchOutcome.RateLimited("answered 429", null, HOST);

  TestDatabase open();

  @Test
  default void aHostThatNamesNoTimeWaitsAMinuteThenLongerAndLongerUpToAnHour() {
    try (FeedStoreFixture world = catalogue(40)) {
      for (int minutes : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
        world.finishPoll(LIMITED);
        assertPause(world, Duration.ofMinutes(minutes));
      }
      world.finishPoll(world.fetched("T"));
      world.clock.advance(Duration.ofSeconds(1));
      world.finishPoll(LIMITED);
      assertPause(world, Duration.ofMinutes(1));
    }
  }

  @Test
  default void aHostThatNamesATimeGetsIt() {
    try (FeedStoreFixture world = catalogue(9)) {
      Instant until = world.clock.instant().plus(Duration.ofMinutes(7));
      world.finishPoll(new FetchOutcome.RateLimited("answered 503", until, HOST));
      assertPause(world, Duration.ofMinutes(7));
    }
  }

  @Test
  default void aGoodAnswerThatWasTheLastForAWhileHoldsTheHostToo() {
    try (FeedStoreFixture world = catalogue(9)) {
      Instant until = world.clock.instant().plus(Duration.ofMinutes(3));
      world.finishPoll(
          new FetchOutcome.NotModified(
              FeedStoreContract.VALIDATORS, new FetchOutcome.PublisherHints(null, null, until)));
      assertPause(world, Duration.ofMinutes(3));
    }
  }

  @Test
  default void feedsComeBackTogetherAfterAnOutageOfTheirHost() {
    try (FeedStoreFixture world = catalogue(4)) {
      Instant start = world.clock.instant();
      while (world.clock.instant().isBefore(start.plus(Duration.ofHours(8)))) {
        for (DueFeed due : world.feeds.claim(10)) {
          assertThat(world.feeds.finish(due, new FetchOutcome.Missing())).isTrue();
        }
        world.clock.advance(Duration.ofMinutes(1));
      }
      Instant back = world.clock.instant();
      int polled = 0;
      while (polled < 4 && world.clock.instant().isBefore(back.plus(Duration.ofDays(1)))) {
        for (DueFeed due : world.feeds.claim(10)) {
          assertThat(world.feeds.finish(due, world.fetched("T"))).isTrue();
          polled++;
        }
        world.clock.advance(Duration.ofSeconds(10));
      }
      assertThat(Duration.between(back, world.clock.instant())).isLessThan(Duration.ofMinutes(62));
    }
  }

  @Test
  default void aFeedThatFailedLongBeforeTheOutageKeepsItsPace() {
    try (FeedStoreFixture world = catalogue(1)) {
      Instant due = world.clock.instant();
      while (due.isBefore(world.clock.instant().plus(Duration.ofHours(5)))) {
        world
            .feeds
            .claim(1)
            .forEach(feed -> world.feeds.finish(feed, new FetchOutcome.NotAFeed("x")));
        world.clock.advance(Duration.ofMinutes(30));
        due = Objects.requireNonNull(world.status(world.chat()).nextPoll());
      }
      world.syncCatalogue("https://a.example/0", "https://a.example/new");
      world.finishPoll(new FetchOutcome.Missing());
      world.clock.advance(Duration.ofMinutes(31));
      world.finishPoll(world.fetched("new"));

      assertThat(world.keepers.visibleTo(world.chat()))
          .filteredOn(status -> status.feed().address().getPath().equals("/0"))
          .singleElement()
          .extracting(FeedStatus::nextPoll)
          .isEqualTo(due);
    }
  }

  private FeedStoreFixture catalogue(int feeds) {
    FeedStoreFixture world = new FeedStoreFixture(open());
    String[] addresses = new String[feeds];
    for (int i = 0; i < feeds; i++) {
      addresses[i] = HOST + String.valueOf(i);
    }
    world.syncCatalogue(addresses);
    return world;
  }

  private static void assertPause(FeedStoreFixture world, Duration pause) {
    world.clock.advance(pause.minusMillis(1));
    assertThat(world.feeds.claim(10)).isEmpty();
    world.clock.advance(Duration.ofMillis(1));
    List<DueFeed> due = world.feeds.claim(1);
    assertThat(due).hasSize(1);
    world.feeds.release(due.getFirst());
    world.clock.advance(Duration.ofSeconds(1));
  }
}
