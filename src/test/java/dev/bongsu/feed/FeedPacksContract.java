package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.FeedPacks.PackChange;
import dev.bongsu.http.HostStore;
import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Packs of sources, when they are first polled, and what they bring: the same on both databases.
interface FeedPacksContract {
  FeedCatalogue CATALOGUE =
      FeedCatalogue.read(
          Map.of(
              "harbour.yaml",
              """
              feeds:
              - {name: A, language: ko, category: news, address: "https://a.example/1"}
              - {name: B, language: en, category: news, address: "https://b.example/1"}
              - {name: C, language: en, category: news, address: "https://c.example/1", disabled: busy}
              """,
              "island.yaml",
              """
              enabled: false
              feeds:
              - {name: D, language: ja, category: news, address: "https://d.example/1"}
              """),
          List.of("default"));

  /// An empty database.
  TestDatabase open();

  @Test
  default void theFilesSayWhatIsOnAndAnOwnersSwitchLastsOverARestart() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      FeedPacks packs = start(world);
      assertThat(polled(world)).containsExactlyInAnyOrder("A", "B");

      assertThat(packs.switchPack(pack("island"), true)).isEqualTo(new PackChange(1, 0, 0));
      assertThat(packs.switchSource(source("A"), false)).isEqualTo(new PackChange(0, 1, 0));
      assertThat(packs.switchSource(source("C"), true)).isEqualTo(new PackChange(1, 0, 0));
      assertThat(polled(world)).containsExactlyInAnyOrder("B", "C", "D");

      start(world);
      assertThat(polled(world)).containsExactlyInAnyOrder("B", "C", "D");
    }
  }

  @Test
  default void aPackTakesItsSourcesAlongAndThoseSwitchedOffStayOff() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      FeedPacks packs = start(world);
      packs.switchSource(source("A"), false);
      packs.switchSource(source("C"), true);

      assertThat(packs.switchPack(pack("harbour"), false)).isEqualTo(new PackChange(0, 2, 0));
      assertThat(polled(world)).isEmpty();
      packs.switchPack(pack("harbour"), true);

      assertThat(polled(world)).containsExactly("B");
    }
  }

  @Test
  default void aSourceThatAChatKeepsIsStillPolled() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      FeedPacks packs = start(world);
      ChatKey chat = world.chat();
      world.keepers.add(
          world.feeds.find(URI.create("https://a.example/1")).orElseThrow().id(), chat);

      assertThat(packs.switchPack(pack("harbour"), false)).isEqualTo(new PackChange(0, 2, 1));

      assertThat(world.statistics.counts().active()).isOne();
      assertThat(world.keepers.visibleTo(world.chat())).isEmpty();
      assertThat(world.keepers.visibleTo(chat)).hasSize(1);
    }
  }

  @Test
  default void twoHundredSourcesAreAskedOverAMinuteAndAHostOnceAtATime() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue(addresses(200));
      assertPacedPolls(world, 200);

      world.clock.advance(Duration.ofHours(9));
      world.syncCatalogue(addresses(200));
      assertPacedPolls(world, 200);
    }
  }

  @Test
  default void anIdleFeedIsNamedOnceAndAgainOnlyAfterItBroughtSomething() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue("https://a.example/1");
      Feed feed = world.feeds.find(URI.create("https://a.example/1")).orElseThrow();
      assertThat(idle(world)).isEmpty();
      world.clock.advance(Duration.ofDays(59));
      assertThat(idle(world)).isEmpty();
      world.clock.advance(Duration.ofDays(1));
      assertThat(idle(world)).containsExactly(feed.id());
      world.clock.advance(Duration.ofDays(70));
      assertThat(idle(world)).isEmpty();

      world.feeds.recordArticles(feed);
      world.clock.advance(Duration.ofDays(59));
      assertThat(idle(world)).isEmpty();
      world.clock.advance(Duration.ofDays(1));
      assertThat(idle(world)).containsExactly(feed.id());
    }
  }

  @Test
  default void aFeedThatWasStoppedBeginsItsTimeAnewAndAnOwnFeedIsNobodysBusiness() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.feeds.addWithoutFetching(URI.create("https://own.example/1"), "", world.chat());
      FeedPacks packs = start(world);
      idle(world);
      world.clock.advance(Duration.ofDays(50));
      packs.switchPack(pack("harbour"), false);
      idle(world);
      packs.switchPack(pack("harbour"), true);
      idle(world);
      world.clock.advance(Duration.ofDays(59));

      assertThat(idle(world)).isEmpty();
      world.clock.advance(Duration.ofDays(1));
      assertThat(idle(world)).hasSize(2);
    }
  }

  @Test
  default void failedPollsAreCountedForThirtyDays() {
    try (FeedStoreFixture world = new FeedStoreFixture(open())) {
      world.syncCatalogue("https://a.example/1");
      FeedId feed = world.feeds.find(URI.create("https://a.example/1")).orElseThrow().id();
      FeedYieldStore yields = new FeedYieldStore(world.database.database(), world.clock);
      world.finishPoll(new FetchOutcome.Failed("refused", null, null));
      world.clock.advance(Duration.ofDays(1));
      world.finishPoll(new FetchOutcome.NotAFeed("empty"));
      world.clock.advance(Duration.ofDays(1));
      world.finishPoll(new FetchOutcome.Missing());
      world.clock.advance(Duration.ofDays(1));
      world.finishPoll(world.fetched("T"));
      assertThat(yields.failedPolls()).containsExactly(Map.entry(feed, 3));

      world.clock.advance(Duration.ofDays(28));
      assertThat(yields.failedPolls()).containsExactly(Map.entry(feed, 1));
      world.finishPoll(new FetchOutcome.Gone());
      assertThat(yields.failedPolls()).containsExactly(Map.entry(feed, 2));
      assertThat(rows(world)).isEqualTo(2);
    }
  }

  private static FeedPacks start(FeedStoreFixture world) {
    FeedPacks packs = new FeedPacks(world.database.database(), CATALOGUE, world.feeds);
    packs.sync();
    return packs;
  }

  private static FeedPack pack(String name) {
    return CATALOGUE.packs().stream()
        .filter(pack -> pack.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CatalogueFeed source(String name) {
    return CATALOGUE.packs().stream()
        .flatMap(pack -> pack.feeds().stream())
        .filter(feed -> feed.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> polled(FeedStoreFixture world) {
    return world.statistics.active().stream().map(Feed::displayName).toList();
  }

  private static List<FeedId> idle(FeedStoreFixture world) {
    List<FeedId> idle = new ArrayList<>();
    new FeedYieldStore(world.database.database(), world.clock)
        .claimIdle(feeds -> feeds.forEach(feed -> idle.add(feed.id())));
    return idle;
  }

  private static int rows(FeedStoreFixture world) {
    return world
        .database
        .database()
        .read()
        .sql("select count(*) from feed_failure")
        .query(Integer.class)
        .single();
  }

  /// Ten sources on each host.
  private static String[] addresses(int count) {
    String[] addresses = new String[count];
    for (int i = 0; i < count; i++) {
      addresses[i] = "https://h%d.example/%d".formatted(i / 10, i);
    }
    return addresses;
  }

  private static void assertPacedPolls(FeedStoreFixture world, int count) {
    int polled = 0;
    for (int second = 0; polled < count; second++) {
      List<DueFeed> claimed = world.feeds.claim(16);
      Map<String, Integer> byHost = new HashMap<>();
      claimed.forEach(due -> byHost.merge(HostStore.hostOf(due.feed().address()), 1, Integer::sum));
      assertThat(claimed).hasSizeLessThanOrEqualTo(second == 0 ? 4 : 16);
      assertThat(byHost.values()).allMatch(polls -> polls == 1);
      claimed.forEach(due -> world.feeds.finish(due, world.fetched("T")));
      polled += claimed.size();
      assertThat(polled).isLessThanOrEqualTo(4 * (second + 1));
      assertThat(second).isLessThan(90);
      world.clock.advance(Duration.ofSeconds(1));
    }
  }
}
