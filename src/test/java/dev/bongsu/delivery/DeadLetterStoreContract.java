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
    try (DeliveryWorld world = new DeliveryWorld(open(), DeliveryWorld.FAST)) {
      FakeChat telegram = DeliveryWorld.telegram();
      world.reply(world.rows.chat("1"), "hello");
      telegram.answer(new SendResult.Refused("poison"));
      world.turn(world.delivery(telegram));

      DeadLetter letter = world.letters.all().getFirst();
      assertThat(letter.reason()).isEqualTo("poison");
      assertThat(letter.chat().toString()).isEqualTo("telegram:1");
      assertThat(letter.ended()).isEqualTo(world.clock.instant());

      telegram.answer(new SendResult.Sent("m"));
      assertThat(world.letters.replay(letter.id())).isTrue();
      assertThat(world.letters.replay(letter.id())).isFalse();
      assertThat(world.letters.all()).isEmpty();
      world.turn(world.delivery(telegram));
      assertThat(telegram.replies(DeliveryWorld.id("1"))).containsExactly("hello");
      assertThat(world.states()).containsExactly("sent  1");
    }
  }

  /// One alert an hour, and the rest is told in a digest.
  DeliverySettings STORMY =
      new DeliverySettings(
          1, Duration.ofSeconds(60), 1000, Duration.ZERO, 1_000_000, Duration.ZERO);

  @Test
  default void r069WhatWasGivenUpIsNamedAsWhatItIs() {
    try (DeliveryWorld world = new DeliveryWorld(open(), STORMY)) {
      world.rows.subscription(world.rows.chat("1"), "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.alert(feed, "first", "cyber");
      world.turn(delivery);
      telegram.answer(new SendResult.Refused("poison"));
      world.alert(feed, "second", "cyber");
      world.run(delivery, Duration.ofMinutes(2), Duration.ofSeconds(10));
      world.clock.advance(Duration.ofHours(2));
      world.alert(feed, "third", "cyber");
      world.reply(world.rows.chat("1"), "hello");
      world.turn(delivery);

      assertThat(world.letters.all())
          .extracting(DeadLetter::kind)
          .containsExactlyInAnyOrder(
              DeadLetter.Kind.DIGEST, DeadLetter.Kind.ALERT, DeadLetter.Kind.REPLY);
    }
  }
}
