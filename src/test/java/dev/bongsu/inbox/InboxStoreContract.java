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

      assertThat(inbox.receive(said("1", "u1", "/help"))).isTrue();
      assertThat(inbox.receive(said("1", "u1", "/help"))).isFalse();

      assertThat(inbox.claim(10)).hasSize(1);
    }
  }

  @Test
  default void aChatIsAnsweredInOrderAndChatsSideBySide() {
    try (TestDatabase database = open()) {
      InboxStore inbox = inbox(database, new TestClock());
      inbox.receive(said("1", "u1", "first"));
      inbox.receive(said("1", "u2", "second"));
      inbox.receive(said("2", "u3", "other"));

      List<Received> now = inbox.claim(10);
      assertThat(now)
          .extracting(r -> r.inbound().text())
          .containsExactlyInAnyOrder("first", "other");
      assertThat(inbox.claim(10)).isEmpty();

      now.forEach(inbox::done);
      assertThat(inbox.claim(10)).extracting(r -> r.inbound().text()).containsExactly("second");
    }
  }

  @Test
  default void r017WhatACrashLeftUnansweredIsTakenUpAgain() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      InboxStore inbox = inbox(database, clock);
      inbox.receive(said("1", "u1", "/list"));
      Received lost = inbox.claim(1).getFirst();

      clock.advance(Duration.ofSeconds(60));
      Received again = inbox.claim(1).getFirst();

      assertThat(inbox.done(lost)).isFalse();
      assertThat(inbox.done(again)).isTrue();
    }
  }

  @Test
  default void aFailedAnswerWaitsAndKeepsItsPlace() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      InboxStore inbox = inbox(database, clock);
      inbox.receive(said("1", "u1", "first"));
      inbox.receive(said("1", "u2", "second"));

      inbox.later(inbox.claim(1).getFirst(), clock.instant().plusSeconds(5), "a reason");
      assertThat(inbox.claim(10)).isEmpty();
      clock.advance(Duration.ofSeconds(5));

      Received again = inbox.claim(10).getFirst();
      assertThat(again.inbound().text()).isEqualTo("first");
      assertThat(again.attempts()).isEqualTo(1);
    }
  }

  private static InboxStore inbox(TestDatabase database, TestClock clock) {
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    return new InboxStore(database.database(), clock, leases, database.nudges());
  }

  private static Inbound said(String channel, String update, String text) {
    ChatId chat = new ChatId(Platform.TELEGRAM, "", channel, "");
    return new Inbound(chat, update, "someone", text, Locale.ENGLISH);
  }
}
