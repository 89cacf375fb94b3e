package dev.bongsu.article;

import static dev.bongsu.article.IntakeFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.syndication.Entry;
import dev.bongsu.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How many bytes of text a feed and a chat may bring in a day, on every database.
interface TextQuotaContract {
  TestDatabase open();

  @Test
  default void f15AFeedPastItsQuotaHasShortTextsAndIsStillAlerted() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.use(world.feedSubject(), TextQuotaStore.MAX_FEED_BYTES - 10);

      assertThat(world.poll(List.of(entry("a", "A", "/a", "x".repeat(9_000))))).isOne();
      assertThat(world.poll(List.of(entry("b", "B", "/b", "y".repeat(9_000))))).isOne();

      assertThat(world.texts()).containsExactly("x".repeat(9_000), "y".repeat(500));
    }
  }

  @Test
  default void f15AFeedFarPastItsQuotaWaitsForTomorrow() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.use(world.feedSubject(), 2 * TextQuotaStore.MAX_FEED_BYTES);
      List<Entry> entries = List.of(entry("a", "A", "/a", "Text."));

      assertThat(world.poll(entries)).isZero();
      assertThat(world.states()).isEmpty();
      world.nextDay();
      assertThat(world.poll(entries)).isOne();
    }
  }

  @Test
  default void f15TheFirstPollIsStoredWhateverTheQuota() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.use(world.feedSubject(), 2 * TextQuotaStore.MAX_FEED_BYTES);
      List<Entry> entries = List.of(entry("a", "A", "/a", "Text."));

      world.firstPoll(entries);
      world.nextDay();

      assertThat(world.poll(entries)).as("or old entries would be news").isZero();
    }
  }

  @Test
  default void f15AChatsFeedsShareItsQuotaUnlessAnotherKeeperHasSomeLeft() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      long greedy = world.chat("1");
      world.keep(greedy);
      world.use("chat " + greedy, TextQuotaStore.MAX_CHAT_BYTES);
      world.poll(List.of(entry("a", "A", "/a", "x".repeat(9_000))));
      world.keep(world.chat("2"));
      world.poll(List.of(entry("b", "B", "/b", "y".repeat(9_000))));

      assertThat(world.texts()).containsExactly("x".repeat(500), "y".repeat(9_000));
    }
  }

  @Test
  default void f15CountsTextAndLinks() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.poll(List.of(entry("a", "A", "/" + "p".repeat(1_000), "가".repeat(1_000))));

      assertThat(world.used(world.feedSubject())).isBetween(7_000L, 8_000L);
    }
  }
}
