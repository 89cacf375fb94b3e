package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.syndication.FeedHints;
import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What becomes of feeds over days: moves, silence, wishes. The same on every database.
interface FeedCareContract {
  URI NEW = URI.create("https://b.example/rss");

  TestDatabase open();

  @Test
  default void r083AFeedMovesAfterThreePollsThatLedToTheSamePlace() {
    try (FeedWorld world = new FeedWorld(open())) {
      FeedId id = world.feeds.add(FeedStoreContract.ADDRESS, world.fetched("T")).id();
      world.feeds.keep(id, world.chat());

      world.poll(world.unchanged(NEW));
      world.poll(world.unchanged(NEW));
      world.poll(world.unchanged(null));
      world.poll(world.unchanged(NEW));
      world.poll(world.unchanged(URI.create("https://c.example/")));
      world.poll(world.unchanged(NEW));
      world.poll(world.unchanged(NEW));
      assertThat(world.feeds.find(FeedStoreContract.ADDRESS)).isPresent();

      world.poll(world.unchanged(NEW));
      assertThat(world.feeds.find(FeedStoreContract.ADDRESS)).isEmpty();
      assertThat(world.feeds.find(NEW).map(Feed::id)).contains(id);
    }
  }

  @Test
  default void r083AFeedThatMovesToAnotherOfOursGivesItItsKeepers() {
    try (FeedWorld world = new FeedWorld(open())) {
      ChatKey chat = world.chat();
      ChatKey both = world.chat();
      FeedId old = world.feeds.add(FeedStoreContract.ADDRESS, world.fetched("Old")).id();
      FeedId other = world.feeds.add(NEW, world.fetched("Other")).id();
      world.feeds.keep(old, chat);
      world.feeds.keep(old, both);
      world.feeds.keep(other, both);

      for (int i = 0; i < 3; i++) {
        world.clock.advance(Duration.ofMinutes(15));
        for (DueFeed due : world.feeds.claimDue(9)) {
          world.feeds.finish(due, world.unchanged(due.feed().id().equals(old) ? NEW : null));
        }
      }

      assertThat(world.feeds.findActive(FeedStoreContract.ADDRESS)).isEmpty();
      assertThat(world.feeds.visibleTo(chat))
          .singleElement()
          .matches(status -> status.feed().id().equals(other) && status.kept());
      assertThat(world.feeds.visibleTo(both)).hasSize(1);
    }
  }

  @Test
  default void r084TwoWeeksOf404EndAFeedAndItsKeepersHearOfItOnce() {
    try (FeedWorld world = new FeedWorld(open())) {
      ChatKey chat = world.chat();
      Feed feed = world.feeds.add(FeedStoreContract.ADDRESS, world.fetched("T"));
      world.feeds.keep(feed.id(), chat);
      world.clock.advance(Duration.ofMinutes(15));
      world.fail(new FetchOutcome.Missing());
      world.clock.advance(Duration.ofDays(14).minusMillis(1));
      world.fail(new FetchOutcome.Missing());
      assertThat(world.status(chat).trouble()).isEqualTo(Trouble.MISSING);
      assertThat(world.feeds.notice(feed).map(FeedNotice::kind)).contains(FeedNotice.Kind.FAILING);

      world.clock.advance(Duration.ofDays(1));
      world.fail(new FetchOutcome.Missing());

      assertThat(world.status(chat).trouble()).isEqualTo(Trouble.GONE);
      Optional<FeedNotice> notice = world.feeds.notice(feed);
      assertThat(notice.map(FeedNotice::kind)).contains(FeedNotice.Kind.GONE);
      assertThat(notice.orElseThrow().keepers()).containsExactly(chat);
      assertThat(world.feeds.notice(feed)).isEmpty();
      world.clock.advance(Duration.ofDays(9));
      assertThat(world.feeds.claimDue(1)).isEmpty();
    }
  }

  @Test
  default void r085ThreeDaysOfFailureAreToldOnceUntilItIsReadAgain() {
    try (FeedWorld world = new FeedWorld(open())) {
      Feed feed = world.feeds.add(FeedStoreContract.ADDRESS, world.fetched("T"));
      world.feeds.keep(feed.id(), world.chat());
      world.clock.advance(Duration.ofMinutes(15));
      world.fail(new FetchOutcome.Failed("cannot connect", null, null));
      world.clock.advance(Duration.ofDays(3).minusMillis(1));
      world.fail(new FetchOutcome.Failed("cannot connect", null, null));
      assertThat(world.feeds.notice(feed)).isEmpty();

      world.clock.advance(Duration.ofDays(1));
      world.fail(new FetchOutcome.Failed("cannot connect", null, null));
      assertThat(world.feeds.notice(feed)).isPresent();
      assertThat(world.feeds.notice(feed)).isEmpty();

      world.clock.advance(Duration.ofDays(1));
      world.fail(world.unchanged(null));
      world.clock.advance(Duration.ofDays(1));
      world.fail(new FetchOutcome.Failed("cannot connect", null, null));
      world.clock.advance(Duration.ofDays(3));
      assertThat(world.feeds.notice(feed)).isPresent();
    }
  }

  @Test
  default void r081TheOperatorsIntervalForAFeedGoesBeforeItsOwnWishes() {
    try (FeedWorld world = new FeedWorld(open())) {
      world.ship(FeedStoreContract.ADDRESS.toString(), Duration.ofMinutes(10));
      FeedHints daily = new FeedHints(Duration.ofDays(1), Set.of(), Set.of());
      world.fail(world.fetched("T", daily));

      world.clock.advance(Duration.ofMinutes(10).minusMillis(1));
      assertThat(world.feeds.claimDue(1)).isEmpty();
      world.clock.advance(Duration.ofMillis(1));
      assertThat(world.feeds.claimDue(1)).hasSize(1);
    }
  }

  @Test
  default void r081TheDocumentsHintsHoldAfterA304() {
    try (FeedWorld world = new FeedWorld(open())) {
      world.feeds.add(
          FeedStoreContract.ADDRESS,
          world.fetched("T", new FeedHints(Duration.ofHours(2), Set.of(), Set.of())));
      world.feeds.keep(
          world.feeds.find(FeedStoreContract.ADDRESS).orElseThrow().id(), world.chat());
      world.clock.advance(Duration.ofHours(2));

      world.fail(world.unchanged(null));

      world.clock.advance(Duration.ofHours(2).minusMillis(1));
      assertThat(world.feeds.claimDue(1)).isEmpty();
      world.clock.advance(Duration.ofMillis(1));
      world.fail(
          new FetchOutcome.NotModified(
              FeedStoreContract.VALIDATORS, new FetchOutcome.Wish(null, Duration.ofHours(5))));
      world.clock.advance(Duration.ofHours(5).minusMillis(1));
      assertThat(world.feeds.claimDue(1)).isEmpty();
      world.clock.advance(Duration.ofMillis(1));
      assertThat(world.feeds.claimDue(1)).hasSize(1);
    }
  }
}
