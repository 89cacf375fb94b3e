package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.access.AccessStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Chats that get another id, on every database.
interface ChatMoveContract {
  ChatId ONE = DeliveryFixture.id("1");

  TestDatabase open();

  private DeliveryFixture world() {
    return new DeliveryFixture(open(), DeliveryFixture.FAST);
  }

  @Test
  default void r006SendsTheSameMessageToTheNewIdOfAMovedChat() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId old = DeliveryFixture.id("-5");
      ChatId topic = new ChatId(Platform.TELEGRAM, "", "-5", "9");
      ChatKey chat = world.chat(old);
      world.subscriptions.add(chat, "cyber", "cyber");
      world.addReply(world.chat(topic), "in the topic");
      world.addReply(chat, "hello");
      telegram.answer(old, new SendResult.ChatMoved("-1005"));
      telegram.answer(topic, new SendResult.ChatMoved("-1005"));
      world.sendDue(delivery);

      assertThat(telegram.replies(DeliveryFixture.id("-1005"))).containsExactly("hello");
      assertThat(telegram.replies(new ChatId(Platform.TELEGRAM, "", "-1005", "9")))
          .containsExactly("in the topic");
      assertThat(telegram.attempts(old) + telegram.attempts(topic)).isEqualTo(1);
      world.addAlert(world.rows.feed("http://a.example/", false), "one", "cyber");
      world.sendDue(delivery);
      assertThat(telegram.alerts(DeliveryFixture.id("-1005"))).hasSize(1);
      assertThat(telegram.attempts(old) + telegram.attempts(topic)).isEqualTo(1);
    }
  }

  @Test
  default void r006AChatThatMovedToWhereItIsMakesNoEndlessLoop() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addReply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.ChatMoved(ONE.channel()));
      world.sendDue(delivery);
      assertThat(telegram.attempts(ONE)).isEqualTo(1);
      world.runFor(delivery, Duration.ofHours(3), Duration.ofMinutes(1));

      assertThat(world.states()).containsExactly("dead the chat moved to 1 8");
    }
  }

  @Test
  default void r006MergesAMovedChatIntoAKnownOne() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId old = DeliveryFixture.id("-5");
      ChatKey from = world.chat(old);
      ChatKey to = world.chat(DeliveryFixture.id("-1005"));
      world.subscriptions.add(from, "cyber", "cyber");
      world.subscriptions.add(from, "meeting", "meeting");
      world.subscriptions.add(to, "cyber", "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      world.rows.keeper(feed, from);
      world.addAlert(feed, "for-both", "cyber");
      world.addAlert(feed, "for-the-old", "meeting");
      telegram.answer(old, new SendResult.ChatMoved("-1005"));
      world.sendDue(delivery);
      world.lifecycle.onChatMoved(old, "-1005");
      world.sendDue(delivery);

      assertThat(telegram.alerts(DeliveryFixture.id("-1005")))
          .extracting(alert -> alert.link().getPath())
          .containsExactlyInAnyOrder("/for-both", "/for-the-old");
      assertThat(world.subscriptions.of(to))
          .extracting(Subscription::text)
          .containsExactlyInAnyOrder("cyber", "meeting");
      assertThat(world.subscriptions.of(from)).isEmpty();
      assertThat(telegram.attempts(old)).isEqualTo(1);
      assertThat(world.outbox.backlog().rows()).isZero();
    }
  }

  @Test
  default void l9ChatThatMovesThereAndBackKeepsItsSubscriptions() {
    try (DeliveryFixture world = world()) {
      FakeChat slack = new FakeChat(Platform.SLACK);
      ChatId old = new ChatId(Platform.SLACK, "T1", "C1", "");
      ChatId other = new ChatId(Platform.SLACK, "T1", "C2", "");
      world.subscriptions.add(world.chat(old), "cyber", "cyber");
      ChatKey known = world.chat(other);
      world.lifecycle.onChatMoved(old, "C2");
      assertThat(world.subscriptions.of(known)).hasSize(1);
      world.lifecycle.onChatMoved(other, "C1");

      world.addAlert(world.rows.feed("http://a.example/", false), "one", "cyber");
      world.sendDue(world.delivery(slack));
      assertThat(slack.alerts(old)).hasSize(1);
    }
  }

  @Test
  default void r006l9AccessOfAGroupMovesWithIt() {
    try (DeliveryFixture world = world()) {
      AccessStore access = new AccessStore(world.database.database(), world.clock);
      ChatId old = DeliveryFixture.id("-5");
      world.chat(old);
      access.grant(old, "-5", AccessStore.Role.GUEST);
      world.lifecycle.onChatMoved(old, "-1005");
      world.lifecycle.onChatMoved(old, "-1005");

      assertThat(access.role(old, "-1005")).contains(AccessStore.Role.GUEST);
      assertThat(access.role(old, "-5")).isEmpty();
    }
  }

  @Test
  default void r006l9CommandsThatWaitMoveWithTheChat() {
    try (DeliveryFixture world = world()) {
      InboxStore inbox =
          new InboxStore(
              world.database.database(),
              world.clock,
              new LeaseSettings(Duration.ofSeconds(60)),
              world.database.nudges());
      ChatId old = DeliveryFixture.id("-5");
      ChatId topic = new ChatId(old.platform(), old.workspace(), "-5", "7");
      ChatId other = DeliveryFixture.id("-6");
      for (ChatId chat : List.of(old, topic, other)) {
        world.chat(chat);
        inbox.receive(new Inbound(chat, "done " + chat, "p", "done", Locale.ENGLISH));
      }
      inbox.claim(10).forEach(inbox::markDone);
      for (ChatId chat : List.of(old, topic, other)) {
        inbox.receive(new Inbound(chat, "u " + chat, "p", "slow", Locale.ENGLISH));
        inbox.setAside(inbox.claim(1).getFirst(), 20);
      }
      for (ChatId chat : List.of(old, topic, other)) {
        inbox.receive(new Inbound(chat, "v " + chat, "p", "waits", Locale.ENGLISH));
      }
      world.lifecycle.onChatMoved(old, "-1005");
      world.lifecycle.onChatMoved(old, "-1005");

      assertThat(inbox.claim(10))
          .extracting(each -> each.inbound().chat().channel())
          .containsExactly("-1005", "-1005", "-6");
      assertThat(inbox.slow().claim(10).getFirst().inbound().chat().channel()).isEqualTo("-1005");
    }
  }
}
