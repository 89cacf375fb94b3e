package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Sends that fail or whose outcome is unknown, on every database.
interface SendFailureContract {
  ChatId ONE = DeliveryFixture.id("1");
  ChatId TWO = DeliveryFixture.id("2");
  Duration SECOND = Duration.ofSeconds(1);

  TestDatabase open();

  private DeliveryFixture world() {
    return new DeliveryFixture(open(), DeliveryFixture.FAST);
  }

  @Test
  default void r008RetriesRejectedMarkupOnceAsPlainTextAndCountsIt() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      world.addReply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.InvalidMessage("400 can't parse entities"));
      world.sendDue(world.delivery(telegram));

      assertThat(telegram.attempts(ONE)).isEqualTo(2);
      assertThat(telegram.replies(ONE)).containsExactly("hello");
      assertThat(world.count("bongsu.misunderstood.messages")).isEqualTo(1);
    }
  }

  @Test
  default void r013r029DeadTokenHoldsAllDeliveriesUntilTheNextStart() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addReply(world.chat(ONE), "one");
      world.addReply(world.chat(TWO), "two");
      telegram.answer(new SendResult.TokenRejected("401 Unauthorized"));
      ClaimedDelivery first = delivery.queue().claim(1).getFirst();
      delivery.handle(first);
      world.runFor(delivery, Duration.ofDays(2), Duration.ofHours(1));
      assertThat(telegram.attempts(ONE) + telegram.attempts(TWO)).isEqualTo(1);
      assertThat(new PlatformTokens(world.limiter, world.notices).rejectedAccounts())
          .containsExactly("telegram");

      telegram.answer(new SendResult.Sent("m"));
      ChatDelivery restarted = world.restart().delivery(telegram);
      world.sendDue(restarted);
      assertThat(telegram.received()).hasSize(2);
      new PlatformTokens(world.restart().limiter, world.notices)
          .markRejected("telegram", Platform.TELEGRAM, "401");
      assertThat(new PlatformTokens(world.limiter, world.notices).rejectedAccounts())
          .containsExactly("telegram");
    }
  }

  @Test
  default void r063RepeatsAnAmbiguousSendOnceAfterAMinuteWithANote() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addReply(world.chat(ONE), "hello");
      world.addReply(world.chat(ONE), "next");
      telegram.answer(ONE, new SendResult.MaybeSent("no answer", false));
      world.sendDue(delivery);
      world.runFor(delivery, Duration.ofSeconds(59), SECOND);
      assertThat(telegram.attempts(ONE)).isEqualTo(1);
      telegram.answer(ONE, null);
      world.runFor(delivery, Duration.ofSeconds(2), SECOND);

      assertThat(telegram.replies(ONE)).containsExactly("hello\n(this may be a repeat)", "next");
      assertThat(world.count("bongsu.ambiguous.sends")).isEqualTo(1);
      assertThat(world.count("bongsu.possible.repeats")).isEqualTo(1);
    }
  }

  @Test
  default void r063SecondAmbiguousSendEndsAsDeadLetter() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      world.addReply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.MaybeSent("no answer", false));
      world.runFor(world.delivery(telegram), Duration.ofHours(1), Duration.ofSeconds(10));

      assertThat(telegram.attempts(ONE)).isEqualTo(2);
      assertThat(world.deadLetters.all()).hasSize(1);
      assertThat(world.deadLetters.all().getFirst().reason()).contains("delivery unconfirmed");
    }
  }

  @Test
  default void r063OutageUsesUpNoAttempts() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addReply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.MaybeSent("no answer", false));
      telegram.setUnavailable(true);
      world.runFor(delivery, Duration.ofHours(3), Duration.ofSeconds(10));
      assertThat(telegram.attempts(ONE)).isEqualTo(1);
      assertThat(world.count("bongsu.possible.repeats")).isZero();
      telegram.answer(ONE, null);
      telegram.setUnavailable(false);
      world.runFor(delivery, Duration.ofSeconds(20), SECOND);

      assertThat(telegram.replies(ONE)).containsExactly("hello\n(this may be a repeat)");
    }
  }

  @Test
  default void r016AGatewaysErrorPageIsTriedAgainEightTimes() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      world.addReply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.MaybeSent("502", true));
      world.runFor(world.delivery(telegram), Duration.ofHours(4), Duration.ofSeconds(30));

      assertThat(telegram.attempts(ONE)).isEqualTo(8);
      assertThat(world.deadLetters.all()).hasSize(1);
    }
  }

  @Test
  default void r069NotifiesTheOperatorOfDeadLettersOnceAnHourWithTheirNumber() {
    try (DeliveryFixture world =
        new DeliveryFixture(open(), DeliveryFixture.FAST, new TestClock(), "telegram:99")) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId operator = DeliveryFixture.id("99");
      telegram.answer(ONE, new SendResult.PermanentFailure("poison"));
      for (int i = 0; i < 5; i++) {
        world.addReply(world.chat(ONE), "poison " + i);
        world.sendDue(delivery);
        world.clock.advance(Duration.ofMinutes(10));
        world.notices.sendPending();
        world.sendDue(delivery);
      }
      assertThat(telegram.replies(operator)).hasSize(1);
      world.clock.advance(Duration.ofMinutes(11));
      world.notices.sendPending();
      world.sendDue(delivery);

      assertThat(telegram.replies(operator)).hasSize(2);
      assertThat(telegram.replies(operator).getLast()).startsWith("4 deliveries ");
      world.clock.advance(Duration.ofHours(2));
      world.notices.sendPending();
      world.sendDue(delivery);
      assertThat(telegram.replies(operator)).hasSize(2);
    }
  }
}
