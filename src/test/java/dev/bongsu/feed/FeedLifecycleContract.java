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
interface FeedLifecycleContract {
  URI NEW = URI.create("https://b.example/rss");

  TestDatabase open();

  @Test
  default void r083AFeedMovesAfterThreePollsThatLedToTheSamePlace() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      FeedId id = world.feeds.add(FeedStoreContract.ADDRESS, world.fetched("T")).id();
      world.keepers.add(id, world.chat());

      world.pollAfterInterval(world.notModified(NEW));
      world.pollAfterInterval(world.notModified(NEW));
      world.pollAfterInterval(world.notModified(null));
      world.pollAfterInterval(world.notModified(NEW));
      world.pollAfterInterval(world.notModified(URI.create("https://c.example/")));
      world.pollAfterInterval(world.notModified(NEW));
      world.pollAfterInterval(world.notModified(NEW));
      assertThat(world.feeds.find(FeedStoreContract.ADDRESS)).isPresent();

      world.pollAfterInterval(world.notModified(NEW));
      assertThat(world.feeds.find(FeedStoreContract.ADDRESS)).isEmpty();
      assertThat(world.feeds.find(NEW).map(Feed::id)).contains(id);
    }
  }

  @Test
  default void r083AFeedThatMovesToAnotherOfOursGivesItItsKeepers() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      ChatKey chat = world.chat();
      ChatKey both = world.chat();
      FeedId old = world.feeds.add(FeedStoreContract.ADDRESS, world.fetched("Old")).id();
      FeedId other = world.feeds.add(NEW, world.fetched("Other")).id();
      world.keepers.add(old, chat);
      world.keepers.add(old, both);
      world.keepers.add(other, both);

      for (int i = 0; i < 3; i++) {
        world.clock.advance(Duration.ofMinutes(15));
        for (DueFeed due : world.feeds.claim(9)) {
          world.feeds.finish(due, world.notModified(due.feed().id().equals(old) ? NEW : null));
        }
      }

      assertThat(world.feeds.findActive(FeedStoreContract.ADDRESS)).isEmpty();
      assertThat(world.keepers.visibleTo(chat))
          .singleElement()
          .matches(status -> status.feed().id().equals(other) && status.kept());
      assertThat(world.keepers.visibleTo(both)).hasSize(1);
    }
  }

  @Test
  default void r084TwoWeeksOf404EndAFeedAndItsKeepersAreNotifiedOnce() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      ChatKey chat = world.chat();
      Feed feed = world.feeds.add(FeedStoreContract.ADDRESS, world.fetched("T"));
      world.keepers.add(feed.id(), chat);
      world.clock.advance(Duration.ofMinutes(15));
      world.finishPoll(new FetchOutcome.Missing());
      world.clock.advance(Duration.ofDays(14).minusMillis(1));
      world.finishPoll(new FetchOutcome.Missing());
      assertThat(world.status(chat).problem()).isEqualTo(FeedProblem.MISSING);
      assertThat(world.feeds.claimNotice(feed).map(FeedNotice::kind))
          .contains(FeedNotice.Kind.FAILING);

      world.clock.advance(Duration.ofDays(1));
      world.finishPoll(new FetchOutcome.Missing());

      assertThat(world.status(chat).problem()).isEqualTo(FeedProblem.GONE);
      Optional<FeedNotice> notice = world.feeds.claimNotice(feed);
      assertThat(notice.map(FeedNotice::kind)).contains(FeedNotice.Kind.GONE);
      assertThat(notice.orElseThrow().keepers()).containsExactly(chat);
      assertThat(world.feeds.claimNotice(feed)).isEmpty();
      world.clock.advance(Duration.ofDays(9));
      assertThat(world.feeds.claim(1)).isEmpty();
    }
  }

  @Test
  default void r085ThreeDaysOfFailureAreReportedOnceUntilTheNextSuccess() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      Feed feed = world.feeds.add(FeedStoreContract.ADDRESS, world.fetched("T"));
      world.keepers.add(feed.id(), world.chat());
      world.clock.advance(Duration.ofMinutes(15));
      world.finishPoll(new FetchOutcome.Failed("cannot connect", null, null));
      world.clock.advance(Duration.ofDays(3).minusMillis(1));
      world.finishPoll(new FetchOutcome.Failed("cannot connect", null, null));
      assertThat(world.feeds.claimNotice(feed)).isEmpty();

      world.clock.advance(Duration.ofDays(1));
      world.finishPoll(new FetchOutcome.Failed("cannot connect", null, null));
      assertThat(world.feeds.claimNotice(feed)).isPresent();
      assertThat(world.feeds.claimNotice(feed)).isEmpty();

      world.clock.advance(Duration.ofDays(1));
      world.finishPoll(world.notModified(null));
      world.clock.advance(Duration.ofDays(1));
      world.finishPoll(new FetchOutcome.Failed("cannot connect", null, null));
      world.clock.advance(Duration.ofDays(3));
      assertThat(world.feeds.claimNotice(feed)).isPresent();
    }
  }

  @Test
  default void r081TheOperatorsIntervalOverridesTheFeedsHints() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue(FeedStoreContract.ADDRESS.toString(), Duration.ofMinutes(10));
      FeedHints daily = new FeedHints(Duration.ofDays(1), Set.of(), Set.of());
      world.finishPoll(world.fetched("T", daily));

      world.clock.advance(Duration.ofMinutes(10).minusMillis(1));
      assertThat(world.feeds.claim(1)).isEmpty();
      world.clock.advance(Duration.ofMillis(1));
      assertThat(world.feeds.claim(1)).hasSize(1);
    }
  }

  @Test
  default void r081TheDocumentsHintsHoldAfterA304() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.feeds.add(
          FeedStoreContract.ADDRESS,
          world.fetched("T", new FeedHints(Duration.ofHours(2), Set.of(), Set.of())));
      world.keepers.add(
          world.feeds.find(FeedStoreContract.ADDRESS).orElseThrow().id(), world.chat());
      world.clock.advance(Duration.ofHours(2));

      world.finishPoll(world.notModified(null));

      world.clock.advance(Duration.ofHours(2).minusMillis(1));
      assertThat(world.feeds.claim(1)).isEmpty();
      world.clock.advance(Duration.ofMillis(1));
      world.finishPoll(
          new FetchOutcome.NotModified(
              FeedStoreContract.VALIDATORS,
              new FetchOutcome.PublisherHints(null, Duration.ofHours(5), null)));
      world.clock.advance(Duration.ofHours(5).minusMillis(1));
      assertThat(world.feeds.claim(1)).isEmpty();
      world.clock.advance(Duration.ofMillis(1));
      assertThat(world.feeds.claim(1)).hasSize(1);
    }
  }
}
