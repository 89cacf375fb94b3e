package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What `DeadLetterStore` promises on every database.
interface DeadLetterStoreContract {
  TestDatabase open();

  @Test
  default void r069ADeadLetterIsListedWithItsReasonAndReplayedOnce() {
    try (DeliveryFixture world = new DeliveryFixture(open(), DeliveryFixture.FAST)) {
      FakeChat telegram = DeliveryFixture.telegram();
      world.addReply(world.rows.chat("1"), "hello");
      telegram.answer(new SendResult.PermanentFailure("poison"));
      world.sendDue(world.delivery(telegram));

      DeadLetter letter = world.deadLetters.all().getFirst();
      assertThat(letter.reason()).isEqualTo("poison");
      assertThat(letter.chat().toString()).isEqualTo("telegram:1");
      assertThat(letter.ended()).isEqualTo(world.clock.instant());

      telegram.answer(new SendResult.Sent("m"));
      assertThat(world.deadLetters.replay(letter.id())).isTrue();
      assertThat(world.deadLetters.replay(letter.id())).isFalse();
      assertThat(world.deadLetters.all()).isEmpty();
      world.sendDue(world.delivery(telegram));
      assertThat(telegram.replies(DeliveryFixture.id("1"))).containsExactly("hello");
      assertThat(world.states()).containsExactly("sent  1");
    }
  }

  /// One alert an hour, and the rest is told in a digest.
  DeliverySettings STORMY =
      new DeliverySettings(
          1, Duration.ofSeconds(60), 1000, Duration.ZERO, 1_000_000, Duration.ZERO);

  @Test
  default void r069ListsRepliesAlertsAndDigestsByTheirKind() {
    try (DeliveryFixture world = new DeliveryFixture(open(), STORMY)) {
      world.rows.subscription(world.rows.chat("1"), "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addAlert(feed, "first", "cyber");
      world.sendDue(delivery);
      telegram.answer(new SendResult.PermanentFailure("poison"));
      world.addAlert(feed, "second", "cyber");
      world.runFor(delivery, Duration.ofMinutes(2), Duration.ofSeconds(10));
      world.clock.advance(Duration.ofHours(2));
      world.addAlert(feed, "third", "cyber");
      world.addReply(world.rows.chat("1"), "hello");
      world.sendDue(delivery);

      assertThat(world.deadLetters.all())
          .extracting(DeadLetter::kind)
          .containsExactlyInAnyOrder(
              DeadLetter.Kind.DIGEST, DeadLetter.Kind.ALERT, DeadLetter.Kind.REPLY);
    }
  }
}
