package dev.bongsu.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What `InboxStore` promises on every database.
interface InboxStoreContract {
  TestDatabase open();

  @Test
  default void r036AnUpdateDeliveredTwiceIsKeptOnce() {
    try (TestDatabase database = open()) {
      InboxStore inbox = inbox(database, new TestClock());

      assertThat(inbox.receive(inbound("1", "u1", "/help"))).isTrue();
      assertThat(inbox.receive(inbound("1", "u1", "/help"))).isFalse();

      assertThat(inbox.claim(10)).hasSize(1);
    }
  }

  @Test
  default void answersAChatInOrderAndChatsInParallel() {
    try (TestDatabase database = open()) {
      InboxStore inbox = inbox(database, new TestClock());
      inbox.receive(inbound("1", "u1", "first"));
      inbox.receive(inbound("1", "u2", "second"));
      inbox.receive(inbound("2", "u3", "other"));

      List<ClaimedInbound> now = inbox.claim(10);
      assertThat(now)
          .extracting(r -> r.inbound().text())
          .containsExactlyInAnyOrder("first", "other");
      assertThat(inbox.claim(10)).isEmpty();

      now.forEach(inbox::markDone);
      assertThat(inbox.claim(10)).extracting(r -> r.inbound().text()).containsExactly("second");
    }
  }

  @Test
  default void r017ReclaimsUnansweredMessagesAfterACrash() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      InboxStore inbox = inbox(database, clock);
      inbox.receive(inbound("1", "u1", "/list"));
      ClaimedInbound lost = inbox.claim(1).getFirst();

      clock.advance(Duration.ofSeconds(60));
      ClaimedInbound again = inbox.claim(1).getFirst();

      assertThat(inbox.markDone(lost)).isFalse();
      assertThat(inbox.markDone(again)).isTrue();
    }
  }

  @Test
  default void f7OnePersonInTwentyTopicsHasOneSlowAnswerAtATime() {
    try (TestDatabase database = open()) {
      InboxStore inbox = inbox(database, new TestClock());
      for (int topic = 1; topic <= 20; topic++) {
        inbox.receive(inbound("1/" + topic, "u" + topic, "slow " + topic));
      }
      inbox.receive(inbound("2", "other", "anonymous", "slow of another"));
      inbox.claim(30).forEach(each -> assertThat(inbox.setAside(each, 20)).isTrue());

      List<ClaimedInbound> slow = inbox.slow().claim(30);

      assertThat(slow)
          .extracting(each -> each.inbound().text())
          .containsExactlyInAnyOrder("slow 1", "slow of another");
      assertThat(inbox.slow().claim(30)).isEmpty();
      assertThat(inbox.slow().backlog().rows()).isEqualTo(21);
      slow.forEach(inbox::markDone);
      assertThat(inbox.slow().claim(30))
          .extracting(each -> each.inbound().text())
          .containsExactly("slow 2");
    }
  }

  @Test
  default void f7AChatGoesOnBesideWhatIsSetAside() {
    try (TestDatabase database = open()) {
      InboxStore inbox = inbox(database, new TestClock());
      inbox.receive(inbound("1", "u1", "slow"));
      inbox.receive(inbound("1", "u2", "fast"));
      inbox.setAside(inbox.claim(1).getFirst(), 20);

      assertThat(inbox.claim(10)).extracting(r -> r.inbound().text()).containsExactly("fast");
    }
  }

  @Test
  default void f7NobodyHasMoreSetAsideThanTheLimit() {
    try (TestDatabase database = open()) {
      InboxStore inbox = inbox(database, new TestClock());
      for (int i = 1; i <= 3; i++) {
        inbox.receive(inbound("1/" + i, "u" + i, "slow"));
      }
      List<ClaimedInbound> all = inbox.claim(10);

      assertThat(all)
          .map(each -> inbox.setAside(each, 2))
          .containsExactlyInAnyOrder(true, true, false);
      assertThat(inbox.slow().backlog().rows()).isEqualTo(2);
    }
  }

  @Test
  default void f7ForgettingAChatEndsWhatIsSetAside() {
    try (TestDatabase database = open()) {
      InboxStore inbox = inbox(database, new TestClock());
      inbox.receive(inbound("1", "u1", "slow"));
      inbox.setAside(inbox.claim(1).getFirst(), 20);
      ClaimedInbound inWork = inbox.slow().claim(1).getFirst();

      inbox.forget(inWork.inbound().chat());

      assertThat(inbox.markDone(inWork)).isFalse();
      assertThat(inbox.slow().claim(1)).isEmpty();
    }
  }

  @Test
  default void retriesAFailedAnswerLaterAndInOrder() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      InboxStore inbox = inbox(database, clock);
      inbox.receive(inbound("1", "u1", "first"));
      inbox.receive(inbound("1", "u2", "second"));

      inbox.defer(inbox.claim(1).getFirst(), clock.instant().plusSeconds(5), "a reason");
      assertThat(inbox.claim(10)).isEmpty();
      clock.advance(Duration.ofSeconds(5));

      ClaimedInbound again = inbox.claim(10).getFirst();
      assertThat(again.inbound().text()).isEqualTo("first");
      assertThat(again.failedAttempts()).isEqualTo(1);
    }
  }

  private static InboxStore inbox(TestDatabase database, TestClock clock) {
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    return new InboxStore(database.database(), clock, leases, database.nudges());
  }

  private static Inbound inbound(String channel, String update, String sender, String text) {
    ChatId chat = new ChatId(Platform.TELEGRAM, "", channel, "");
    return new Inbound(chat, update, sender, text, Locale.ENGLISH);
  }

  private static Inbound inbound(String channel, String update, String text) {
    ChatId chat = new ChatId(Platform.TELEGRAM, "", channel, "");
    return new Inbound(chat, update, "someone", text, Locale.ENGLISH);
  }
}
