package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestDatabase;
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
}
