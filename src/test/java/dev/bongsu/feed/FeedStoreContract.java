package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What `FeedStore` promises on every database.
interface FeedStoreContract {
  URI ADDRESS = URI.create("https://a.example/rss");
  Validators VALIDATORS = new Validators("W/\"1\"", "yesterday", "hash");

  TestDatabase open();

  @Test
  default void takesOneFeedOfAHostAndGivesItBack() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue("https://a.example/1", "https://a.example/2", "https://b.example/1");

      List<DueFeed> first = world.feeds.claim(10);

      assertThat(first)
          .extracting(due -> due.feed().address().getHost())
          .containsExactlyInAnyOrder("a.example", "b.example");
      assertThat(first).allMatch(due -> due.feed().isFirstPoll());
      assertThat(world.feeds.claim(10)).isEmpty();

      first.forEach(due -> assertThat(world.feeds.finish(due, world.fetched("T"))).isTrue());
      assertThat(world.feeds.claim(10)).isEmpty();
      world.clock.advance(Duration.ofSeconds(1));
      assertThat(world.feeds.claim(10))
          .extracting(due -> due.feed().address().toString())
          .containsExactly("https://a.example/2");
    }
  }

  @Test
  default void claimsNoMoreThanAsked() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue("https://a.example/1", "https://b.example/1", "https://c.example/1");

      assertThat(world.feeds.claim(2)).hasSize(2);
      assertThat(world.feeds.claim(2)).hasSize(1);
    }
  }

  @Test
  default void storesASuccessfulPoll() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue(ADDRESS.toString());
      DueFeed due = world.feeds.claim(1).getFirst();

      world.feeds.finish(due, world.fetched("Harbour"));

      Feed feed = world.feeds.find(ADDRESS).orElseThrow();
      assertThat(feed.title()).isEqualTo("Harbour");
      assertThat(feed.link()).isEqualTo(URI.create("https://a.example/"));
      assertThat(feed.language()).isEqualTo("ko");
      assertThat(feed.validators()).isEqualTo(VALIDATORS);
      assertThat(feed.isFirstPoll()).isFalse();
      world.clock.advance(Duration.ofMinutes(15).minusMillis(1));
      assertThat(world.feeds.claim(1)).isEmpty();
      world.clock.advance(Duration.ofMillis(1));
      assertThat(world.feeds.claim(1)).hasSize(1);
    }
  }

  @Test
  default void r080TheSameDocumentBringsItsNewValidators() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue(ADDRESS.toString());
      world.feeds.finish(world.feeds.claim(1).getFirst(), world.fetched("Harbour"));
      world.clock.advance(Duration.ofMinutes(15));
      Validators renewed = new Validators("\"2\"", null, "hash");

      world.feeds.finish(
          world.feeds.claim(1).getFirst(),
          new FetchOutcome.NotModified(renewed, FetchOutcome.PublisherHints.NONE));

      Feed feed = world.feeds.find(ADDRESS).orElseThrow();
      assertThat(feed.validators()).isEqualTo(renewed);
      assertThat(feed.title()).isEqualTo("Harbour");
    }
  }

  @Test
  default void r085FailuresWaitLongerEachTimeAndKeepWhatIsKnown() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue(ADDRESS.toString());
      world.feeds.finish(world.feeds.claim(1).getFirst(), world.fetched("Harbour"));
      world.clock.advance(Duration.ofMinutes(15));
      world.finishPoll(new FetchOutcome.Failed("cannot connect", null, null));

      FeedStatus status = world.status(world.chat());
      assertThat(status.problem()).isEqualTo(FeedProblem.UNREACHABLE);
      assertThat(status.failures()).isEqualTo(1);
      assertThat(status.nextPoll()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(30)));
      assertThat(status.feed().validators()).isEqualTo(VALIDATORS);

      world.clock.advance(Duration.ofMinutes(30));
      world.finishPoll(new FetchOutcome.NotAFeed("empty"));
      assertThat(world.status(world.chat()).nextPoll())
          .isEqualTo(world.clock.instant().plus(Duration.ofMinutes(60)));
      assertThat(world.statistics.counts()).isEqualTo(new FeedCounts(1, 1, 0, 0));
    }
  }

  @Test
  default void r082RetryAfterHoldsTheWholeHost() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue("https://a.example/1", "https://a.example/2");
      Instant patience = world.clock.instant().plus(Duration.ofHours(30));

      world.finishPoll(new FetchOutcome.Failed("answered 500", patience, null));

      world.clock.advance(Duration.ofHours(30).minusMillis(1));
      assertThat(world.feeds.claim(10)).isEmpty();
      world.clock.advance(Duration.ofMillis(1));
      assertThat(world.feeds.claim(10)).hasSize(1);
    }
  }

  @Test
  default void r084AFeedThatIsGoneIsNotAskedAgain() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      ChatKey chat = world.chat();
      world.keepers.add(world.feeds.add(ADDRESS, world.fetched("T")).id(), chat);
      world.clock.advance(Duration.ofDays(1));

      world.finishPoll(new FetchOutcome.Gone());

      world.clock.advance(Duration.ofDays(9));
      assertThat(world.feeds.claim(1)).isEmpty();
      assertThat(world.status(chat).nextPoll()).isNull();
      assertThat(world.keepers.visibleTo(world.chat())).isEmpty();
      assertThat(world.feeds.add(ADDRESS, world.fetched("T")).isFirstPoll()).isTrue();
      world.clock.advance(Duration.ofDays(1));
      assertThat(world.feeds.claim(1)).hasSize(1);
    }
  }

  @Test
  default void r071AWorkerThatLostItsLeaseChangesNothing() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue(ADDRESS.toString());
      DueFeed frozen = world.feeds.claim(1).getFirst();
      world.clock.advance(Duration.ofSeconds(60));
      DueFeed taken = world.feeds.claim(1).getFirst();

      assertThat(world.feeds.renew(frozen)).isFalse();
      assertThat(world.feeds.finish(frozen, world.fetched("Old"))).isFalse();
      assertThat(world.feeds.finish(taken, world.fetched("New"))).isTrue();
      assertThat(world.feeds.find(ADDRESS).orElseThrow().title()).isEqualTo("New");
    }
  }

  @Test
  default void renewingKeepsFeedAndHost() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue("https://a.example/1", "https://a.example/2");
      DueFeed due = world.feeds.claim(1).getFirst();
      world.clock.advance(Duration.ofSeconds(30));
      assertThat(world.feeds.renew(due)).isTrue();

      world.clock.advance(Duration.ofSeconds(30));

      assertThat(world.feeds.claim(9)).isEmpty();
    }
  }

  @Test
  default void anAddedFeedIsReadAlreadyAndAddedOnce() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      AtomicInteger nudges = new AtomicInteger();
      world.database.nudges().onNudge("feed", nudges::incrementAndGet);

      Feed added = world.feeds.add(ADDRESS, world.fetched("Harbour"));
      Feed again = world.feeds.add(ADDRESS, world.fetched("Other"));

      assertThat(added.isFirstPoll()).isTrue();
      assertThat(added.title()).isEqualTo("Harbour");
      assertThat(added.validators()).isEqualTo(VALIDATORS);
      assertThat(again.id()).isEqualTo(added.id());
      assertThat(again.isFirstPoll()).isFalse();
      assertThat(world.feeds.get(added.id()).orElseThrow().isFirstPoll()).isFalse();
      assertThat(world.feeds.claim(1)).isEmpty();
      assertThat(nudges).hasValue(1);
    }
  }

  @Test
  default void aFeedWithoutKeepersStops() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      ChatKey one = world.chat();
      ChatKey other = world.chat();
      Feed feed = world.feeds.add(ADDRESS, world.fetched("T"));
      world.keepers.add(feed.id(), one);
      world.keepers.add(feed.id(), one);
      world.keepers.add(feed.id(), other);
      world.clock.advance(Duration.ofDays(1));

      assertThat(world.keepers.remove(feed.id(), one)).isTrue();
      assertThat(world.keepers.remove(feed.id(), one)).isFalse();
      assertThat(world.statistics.counts().active()).isEqualTo(1);
      assertThat(world.keepers.remove(feed.id(), other)).isTrue();

      assertThat(world.feeds.claim(1)).isEmpty();
      assertThat(world.keepers.visibleTo(one)).isEmpty();
      assertThat(world.feeds.add(ADDRESS, world.fetched("T")).isFirstPoll()).isTrue();
      assertThat(world.statistics.counts().active()).isEqualTo(1);
      assertThat(world.keepers.visibleTo(one)).isEmpty();
    }
  }

  @Test
  default void r105OnlyKeepersSeeASecretAddress() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      ChatKey keeper = world.chat();
      URI secret = URI.create("https://me:pass@a.example/rss?token=x");
      Feed feed = world.feeds.add(secret, world.fetched("T"));
      world.keepers.add(feed.id(), keeper);

      assertThat(feed.secret()).isTrue();
      assertThat(feed.toString()).doesNotContain("pass").doesNotContain("token");
      assertThat(world.keepers.visibleTo(keeper)).hasSize(1).allMatch(FeedStatus::kept);
      assertThat(world.keepers.visibleTo(world.chat())).isEmpty();
    }
  }

  @Test
  default void syncAddsAndRemovesCatalogueFeeds() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      ChatKey chat = world.chat();
      world.syncCatalogue("https://a.example/1", "https://b.example/1");
      Feed kept = world.feeds.find(URI.create("https://b.example/1")).orElseThrow();
      world.keepers.add(kept.id(), chat);
      world.feeds.claim(9).forEach(due -> world.feeds.finish(due, world.fetched("T")));

      world.syncCatalogue("https://c.example/1");

      assertThat(world.keepers.visibleTo(chat))
          .extracting(status -> status.feed().address().getHost(), FeedStatus::inCatalogue)
          .containsExactlyInAnyOrder(tuple("b.example", false), tuple("c.example", true));
      world.syncCatalogue("https://a.example/1");
      assertThat(world.feeds.find(URI.create("https://a.example/1")).orElseThrow().isFirstPoll())
          .isTrue();
    }
  }
}
