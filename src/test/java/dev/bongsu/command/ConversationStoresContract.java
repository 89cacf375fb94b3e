package dev.bongsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import dev.bongsu.command.FeedImportStore.Outcome;
import dev.bongsu.inbox.ClaimedInbound;
import dev.bongsu.inbox.FloodStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What `ButtonQueryStore`, `FloodStore` and `FeedImportStore` promise on every database.
interface ConversationStoresContract {
  Duration SHORT = Duration.ofSeconds(10);
  LeaseSettings LEASES = new LeaseSettings(Duration.ofSeconds(60));

  TestDatabase open();

  @Test
  default void keepsAQueryUnderOneIdForTwoDays() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      ButtonQueryStore queries = new ButtonQueryStore(database.database(), clock);
      long first = queries.save("회의");
      assertThat(queries.save("회의")).isEqualTo(first);
      assertThat(queries.save("other")).isNotEqualTo(first);
      assertThat(queries.find(first)).contains("회의");
      clock.advance(Duration.ofDays(2).plusMinutes(1));
      queries.save("third");
      assertThat(queries.find(first)).isEqualTo(Optional.empty());
    }
  }

  @Test
  default void r099DiscardsTheFloodOfOneSender() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      InboxStore inbox = new InboxStore(database.database(), clock, LEASES, database.nudges());
      FloodStore floods = new FloodStore(database.database(), clock);
      for (int i = 0; i < 3; i++) {
        inbox.receive(inbound("1", "me", i));
        inbox.receive(inbound("2", "you", 10 + i));
      }
      clock.advance(SHORT);
      inbox.receive(inbound("1", "you", 20));

      assertThat(floods.isFlood(inbound("1", "me", 0), 3, SHORT)).isTrue();
      assertThat(floods.isFlood(inbound("1", "me", 0), 4, SHORT)).isFalse();
      assertThat(floods.isFlood(inbound("2", "you", 0), 4, SHORT)).isTrue();
      assertThat(floods.isFlood(inbound("2", "you", 0), 4, SHORT.minusMillis(1))).isFalse();

      ClaimedInbound now = inbox.claim(1).getFirst();
      floods.discardExcess(now.inbound(), 2);
      assertThat(inbox.backlog().rows()).isEqualTo(6);
      floods.discardExcess(now.inbound(), 1);
      assertThat(inbox.backlog().rows()).isEqualTo(5);
      assertThat(inbox.markDone(now)).isTrue();
      assertThat(inbox.claim(9)).extracting(one -> one.inbound().sender()).containsOnly("you");
    }
  }

  private static Inbound inbound(String channel, String person, int number) {
    ChatId chat = new ChatId(Platform.TELEGRAM, "", channel, "");
    return new Inbound(chat, "u" + number, person, "/list", Locale.ENGLISH);
  }

  @Test
  default void claimsAnImportFeedByFeedAndCountsOutcomes() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      TestRows rows = new TestRows(database, clock);
      ChatKey chat = rows.chat("1");
      ChatKey other = rows.chat("2");
      FeedImportStore imports =
          new FeedImportStore(database.database(), clock, LEASES, database.nudges());
      imports.add(chat, List.of("http://a.example", "http://b.example"), false);
      imports.add(chat, List.of("http://b.example", "http://c.example"), false);
      imports.add(other, List.of("http://a.example"), true);

      List<FeedImportItem> first = imports.claim(9);
      assertThat(first)
          .extracting(FeedImportItem::chat, FeedImportItem::address, FeedImportItem::byOwner)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(chat, "http://a.example", false),
              org.assertj.core.groups.Tuple.tuple(other, "http://a.example", true));
      assertThat(imports.claim(9)).isEmpty();
      FeedImportItem mine = first.stream().filter(one -> one.chat().equals(chat)).findFirst().get();
      assertThat(imports.complete(mine, () -> Outcome.UNREADABLE)).isTrue();
      assertThat(imports.complete(mine, () -> Outcome.ADDED)).isFalse();

      assertThat(imports.progress(chat).waiting()).isEqualTo(2);
      assertThat(imports.progress(chat).finished()).isEqualTo(1);
      assertThat(imports.progress(chat).unreadable()).containsExactly("http://a.example");
      assertThat(imports.claim(9))
          .extracting(FeedImportItem::address)
          .containsExactly("http://b.example");
      imports.forget(chat);
      assertThat(imports.progress(chat).waiting()).isZero();
      assertThat(imports.progress(other).waiting()).isEqualTo(1);
    }
  }
}
