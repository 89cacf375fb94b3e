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
interface ChatChangeDuringSendContract {
  ChatId GROUP = DeliveryFixture.id("-5");
  ChatId SUPERGROUP = DeliveryFixture.id("-1005");

  TestDatabase open();

  private DeliveryFixture world() {
    return new DeliveryFixture(open(), DeliveryFixture.FAST);
  }

  @Test
  default void r006AnAlertOnItsWayToAGroupThatBecomesOneWithAnotherIsNotLost() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.chat(SUPERGROUP);
      world.subscriptions.add(world.chat(GROUP), "cyber", "cyber");
      world.addAlert(world.rows.feed("http://a.example/", false), "one", "cyber");
      telegram.answer(GROUP, new SendResult.ChatMoved(SUPERGROUP.channel()));
      ClaimedDelivery begun = delivery.queue().claim(64).getFirst();
      world.lifecycle.onChatMoved(GROUP, SUPERGROUP.channel());
      delivery.handle(begun);
      world.sendDue(delivery);

      assertThat(telegram.alerts(SUPERGROUP)).hasSize(1);
      assertThat(world.outbox.backlog().rows()).isZero();
    }
  }

  @Test
  default void r006DoesNotRepeatInTheNewChatWhatItAlreadyGot() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.chat(SUPERGROUP);
      world.addReply(world.chat(GROUP), "hello");
      telegram.answer(GROUP, new SendResult.ChatMoved(SUPERGROUP.channel()));
      telegram.beforeArrival(
          () -> {
            telegram.beforeArrival(() -> {});
            world.lifecycle.onChatMoved(GROUP, SUPERGROUP.channel());
            world.sendDue(delivery);
          });
      world.sendDue(delivery);
      world.addReply(world.chat(SUPERGROUP), "next");
      world.sendDue(delivery);

      assertThat(telegram.replies(SUPERGROUP))
          .containsExactly("hello\n(this may be a repeat)", "next");
    }
  }

  @Test
  default void r006AGroupThatMovedToOneThatWasGoneBringsItBack() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatKey known = world.chat(SUPERGROUP);
      world.lifecycle.onChatGone(SUPERGROUP, GoneReason.NOT_MEMBER);
      world.addReply(world.chat(GROUP), "hello");
      telegram.answer(GROUP, new SendResult.ChatMoved(SUPERGROUP.channel()));
      world.sendDue(delivery);

      assertThat(telegram.replies(SUPERGROUP)).containsExactly("hello");
      assertThat(world.chatState(known)).startsWith("active");
    }
  }

  @Test
  default void r005DoesNotRepeatAMessageSentWhileItsChatWentAway() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addReply(world.chat(GROUP), "one");
      world.addReply(world.chat(GROUP), "two");
      telegram.beforeArrival(() -> world.lifecycle.onChatGone(GROUP, GoneReason.NOT_MEMBER));
      world.sendDue(delivery);
      telegram.beforeArrival(() -> {});
      world.runFor(delivery, Duration.ofHours(2), Duration.ofMinutes(10));
      assertThat(telegram.replies(GROUP)).containsExactly("one");
      world.lifecycle.onChatReturned(GROUP);
      world.sendDue(delivery);

      assertThat(telegram.replies(GROUP)).containsExactly("one", "two");
    }
  }

  @Test
  default void r069ReplayOfAnAmbiguousSendIsMarkedAsPossibleRepeat() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addReply(world.chat(GROUP), "hello");
      telegram.answer(GROUP, new SendResult.MaybeSent("no answer", false));
      world.runFor(delivery, Duration.ofHours(1), Duration.ofMinutes(1));
      assertThat(telegram.attempts(GROUP)).isEqualTo(2);
      double repeats = world.count("bongsu.possible.repeats");
      telegram.answer(GROUP, null);
      world.deadLetters.replay(world.deadLetters.all().getFirst().id());
      world.sendDue(delivery);

      assertThat(telegram.replies(GROUP)).containsExactly("hello\n(this may be a repeat)");
      assertThat(world.count("bongsu.possible.repeats")).isEqualTo(repeats + 1);
    }
  }

  @Test
  default void r069ReplayIsMarkedAsPossibleRepeatEvenWithRepeatsSwitchedOff() {
    DeliverySettings never =
        new DeliverySettings(1000, Duration.ZERO, 1000, Duration.ZERO, 1_000_000, Duration.ZERO);
    try (DeliveryFixture world = new DeliveryFixture(open(), never)) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addReply(world.chat(GROUP), "hello");
      telegram.answer(GROUP, new SendResult.MaybeSent("no answer", false));
      world.sendDue(delivery);
      telegram.answer(GROUP, null);
      world.deadLetters.replay(world.deadLetters.all().getFirst().id());
      world.sendDue(delivery);

      assertThat(telegram.replies(GROUP)).containsExactly("hello\n(this may be a repeat)");
    }
  }
}
