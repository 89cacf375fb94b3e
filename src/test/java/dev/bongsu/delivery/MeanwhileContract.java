package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What happens to a chat while a message is on its way to it, on every database.
interface MeanwhileContract {
  ChatId GROUP = DeliveryWorld.id("-5");
  ChatId SUPERGROUP = DeliveryWorld.id("-1005");

  TestDatabase open();

  private DeliveryWorld world() {
    return new DeliveryWorld(open(), DeliveryWorld.FAST);
  }

  @Test
  default void r006AnAlertOnItsWayToAGroupThatBecomesOneWithAnotherIsNotLost() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.chat(SUPERGROUP);
      world.subscriptions.add(world.chat(GROUP), "cyber", "cyber");
      world.alert(world.rows.feed("http://a.example/", false), "one", "cyber");
      telegram.answer(GROUP, new SendResult.ChatMoved(SUPERGROUP.channel()));
      Sending begun = delivery.claim(64, 64).getFirst();
      world.comings.moved(GROUP, SUPERGROUP.channel());
      delivery.send(begun);
      world.turn(delivery);

      assertThat(telegram.alerts(SUPERGROUP)).hasSize(1);
      assertThat(world.outbox.backlog().rows()).isZero();
    }
  }

  @Test
  default void r006WhatTheNewChatWasToldIsNotToldAgainWhenTheOldOneRefuses() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.chat(SUPERGROUP);
      world.reply(world.chat(GROUP), "hello");
      telegram.answer(GROUP, new SendResult.ChatMoved(SUPERGROUP.channel()));
      telegram.beforeArrival(
          () -> {
            telegram.beforeArrival(() -> {});
            world.comings.moved(GROUP, SUPERGROUP.channel());
            world.turn(delivery);
          });
      world.turn(delivery);
      world.reply(world.chat(SUPERGROUP), "next");
      world.turn(delivery);

      assertThat(telegram.replies(SUPERGROUP))
          .containsExactly("hello\n(this may be a repeat)", "next");
    }
  }

  @Test
  default void r006AGroupThatMovedToOneThatWasGoneBringsItBack() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatKey known = world.chat(SUPERGROUP);
      world.comings.left(SUPERGROUP, GoneReason.NOT_MEMBER);
      world.reply(world.chat(GROUP), "hello");
      telegram.answer(GROUP, new SendResult.ChatMoved(SUPERGROUP.channel()));
      world.turn(delivery);

      assertThat(telegram.replies(SUPERGROUP)).containsExactly("hello");
      assertThat(world.chatState(known)).startsWith("active");
    }
  }

  @Test
  default void r005WhatAChatThatGoesDuringASendWasToldIsNotToldAgain() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.reply(world.chat(GROUP), "one");
      world.reply(world.chat(GROUP), "two");
      telegram.beforeArrival(() -> world.comings.left(GROUP, GoneReason.NOT_MEMBER));
      world.turn(delivery);
      telegram.beforeArrival(() -> {});
      world.run(delivery, Duration.ofHours(2), Duration.ofMinutes(10));
      assertThat(telegram.replies(GROUP)).containsExactly("one");
      world.comings.back(GROUP);
      world.turn(delivery);

      assertThat(telegram.replies(GROUP)).containsExactly("one", "two");
    }
  }

  @Test
  default void r069WhatMayHaveArrivedSaysSoWhenItIsReplayed() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.reply(world.chat(GROUP), "hello");
      telegram.answer(GROUP, new SendResult.MaybeSent("no answer", false));
      world.run(delivery, Duration.ofHours(1), Duration.ofMinutes(1));
      assertThat(telegram.tried(GROUP)).isEqualTo(2);
      double repeats = world.count("bongsu.possible.repeats");
      telegram.answer(GROUP, null);
      world.letters.replay(world.letters.all().getFirst().id());
      world.turn(delivery);

      assertThat(telegram.replies(GROUP)).containsExactly("hello\n(this may be a repeat)");
      assertThat(world.count("bongsu.possible.repeats")).isEqualTo(repeats + 1);
    }
  }

  @Test
  default void r069WhatMayHaveArrivedThoughItIsNeverRepeatedSaysSoWhenItIsReplayed() {
    DeliverySettings never =
        new DeliverySettings(1000, Duration.ZERO, 1000, Duration.ZERO, 1_000_000, Duration.ZERO);
    try (DeliveryWorld world = new DeliveryWorld(open(), never)) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.reply(world.chat(GROUP), "hello");
      telegram.answer(GROUP, new SendResult.MaybeSent("no answer", false));
      world.turn(delivery);
      telegram.answer(GROUP, null);
      world.letters.replay(world.letters.all().getFirst().id());
      world.turn(delivery);

      assertThat(telegram.replies(GROUP)).containsExactly("hello\n(this may be a repeat)");
    }
  }
}
