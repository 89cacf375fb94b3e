package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Chats that refuse, vanish, move or come back, on every database.
interface ChatLossContract {
  ChatId ONE = DeliveryFixture.id("1");

  TestDatabase open();

  private DeliveryFixture world() {
    return new DeliveryFixture(open(), DeliveryFixture.FAST);
  }

  @ParameterizedTest
  @EnumSource(
      value = GoneReason.class,
      names = {"BLOCKED", "DEACTIVATED", "NOT_MEMBER", "FORBIDDEN", "DELETED", "ARCHIVED"})
  default void r005r012r028HoldsDeliveriesOfAGoneChatAndSendsThemOnReturn(GoneReason why) {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatKey chat = world.chat(ONE);
      world.subscriptions.add(chat, "cyber", "cyber");
      world.addReply(chat, "first");
      world.addReply(chat, "second");
      telegram.answer(ONE, new SendResult.ChatGone(why, "gone"));
      world.sendDue(delivery);
      world.runFor(delivery, Duration.ofDays(3), Duration.ofHours(1));
      assertThat(telegram.attempts(ONE)).isEqualTo(1);
      assertThat(world.chatState(chat)).isEqualTo("gone " + why.code());
      assertThat(world.outbox.backlog().rows()).isZero();
      assertThat(world.subscriptions.of(chat)).hasSize(1);
      long feed = world.rows.feed("http://a.example/", false);
      world.addAlert(feed, "while-away", "cyber");
      assertThat(world.states()).as("no alert for who is away").hasSize(2);

      telegram.answer(ONE, null);
      world.lifecycle.onChatReturned(ONE);
      world.sendDue(delivery);
      assertThat(telegram.replies(ONE)).containsExactly("first", "second");
      world.addAlert(feed, "back-again", "cyber");
      world.sendDue(delivery);
      assertThat(telegram.alerts(ONE)).hasSize(1);
    }
  }

  @Test
  default void r005AnIncomingMessageReactivatesTheChat() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.addReply(world.chat(ONE), "first");
      telegram.answer(ONE, new SendResult.ChatGone(GoneReason.BLOCKED, "gone"));
      world.sendDue(delivery);
      telegram.answer(ONE, null);

      world.addReply(world.lifecycle.onMessage(ONE, Locale.ENGLISH).key(), "hello again");
      world.sendDue(delivery);
      assertThat(telegram.replies(ONE)).containsExactly("first", "hello again");
    }
  }

  @Test
  default void r007MarksAChatGoneAtTheThirdNotFoundAfterADay() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatKey chat = world.chat(ONE);
      world.addReply(chat, "hello");
      telegram.answer(ONE, new SendResult.ChatGone(GoneReason.UNKNOWN, "400 chat not found"));
      world.sendDue(delivery);
      world.runFor(delivery, Duration.ofHours(23), Duration.ofMinutes(30));
      assertThat(world.chatState(chat)).isEqualTo("active ");
      assertThat(telegram.attempts(ONE)).isEqualTo(2);

      world.runFor(delivery, Duration.ofHours(2), Duration.ofMinutes(30));
      assertThat(world.chatState(chat)).isEqualTo("gone unknown");
      assertThat(telegram.attempts(ONE)).isEqualTo(3);
    }
  }

  @Test
  default void r011ClosedTopicStopsAloneAndTheGroupIsNotified() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId closed = new ChatId(Platform.TELEGRAM, "", "-100", "7");
      ChatId open = new ChatId(Platform.TELEGRAM, "", "-100", "8");
      ChatId around = DeliveryFixture.id("-100");
      world.addReply(world.chat(closed), "one");
      world.addReply(world.chat(open), "two");
      telegram.answer(closed, new SendResult.ChatGone(GoneReason.TOPIC, "400 TOPIC_CLOSED"));
      world.sendDue(delivery);

      assertThat(telegram.replies(open)).containsExactly("two");
      assertThat(telegram.replies(around)).hasSize(1).first().asString().contains("topic 7");
      telegram.answer(closed, null);
      world.lifecycle.onChatReturned(closed);
      world.sendDue(delivery);
      assertThat(telegram.replies(closed)).containsExactly("one");
    }
  }

  @Test
  default void r028NotifiesTheContactOnceWhenTheBotIsRemovedFromAChannel() {
    try (DeliveryFixture world = world()) {
      FakeChat slack = new FakeChat(Platform.SLACK);
      ChatDelivery delivery = world.delivery(slack);
      ChatId channel = new ChatId(Platform.SLACK, "E1/T1", "C1", "");
      ChatId person = new ChatId(Platform.SLACK, "E1/T1", "U7", "");
      world.chats.setContact(world.chat(channel), "U7");
      world.chats.setContact(world.chat(new ChatId(Platform.SLACK, "E1/T1", "C1", "1.1")), "U7");
      slack.answer(channel, new SendResult.ChatGone(GoneReason.ARCHIVED, "is_archived"));
      world.addReply(world.chat(channel), "hello");
      world.sendDue(delivery);
      world.lifecycle.onChatGone(channel, GoneReason.ARCHIVED);
      world.sendDue(delivery);

      assertThat(slack.replies(person))
          .singleElement()
          .asString()
          .contains("https://slack.com/app_redirect?team=T1&channel=C1");
      slack.answer(channel, null);
      world.lifecycle.onChatReturned(channel);
      world.sendDue(delivery);
      assertThat(slack.replies(channel)).containsExactly("hello");

      world.lifecycle.onChatGone(channel, GoneReason.DEACTIVATED);
      world.sendDue(delivery);
      assertThat(slack.replies(person)).hasSize(1);
    }
  }

  @Test
  default void l8DeletedTopicIsSaidAndItsSubscriptionsAreOfferedToTheGroup() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId topic = new ChatId(Platform.TELEGRAM, "", "-100", "7");
      ChatId group = DeliveryFixture.id("-100");
      ChatKey key = world.chat(topic);
      world.subscriptions.add(key, "cyber", "cyber");
      world.addAlert(world.rows.feed("http://a.example/", false), "one", "cyber");
      telegram.answer(topic, new SendResult.ChatGone(GoneReason.TOPIC_DELETED, "400 not found"));
      world.sendDue(delivery);

      assertThat(world.chatState(key)).isEqualTo("gone topic_deleted");
      assertThat(telegram.replies(group))
          .singleElement()
          .asString()
          .contains("topic 7 was deleted", "one subscription: cyber")
          .doesNotContain("closed");
      Message.Text offer = (Message.Text) telegram.received().getFirst().message();
      assertThat(offer.buttons().getFirst())
          .extracting(Button::label)
          .containsExactly("↪ Move topic 7 here", "✖ End topic 7");
      assertThat(world.chatState(world.chat(group))).startsWith("active");
      world.lifecycle.onChatReturned(group);
      assertThat(world.chatState(key)).as("the group is back, not it").startsWith("gone");
    }
  }

  @Test
  default void l8DeletedTopicWithoutSubscriptionsHasNothingToOffer() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatId topic = new ChatId(Platform.TELEGRAM, "", "-100", "8");
      world.addReply(world.chat(topic), "hello");
      telegram.answer(topic, new SendResult.ChatGone(GoneReason.TOPIC_DELETED, "400 not found"));
      world.sendDue(world.delivery(telegram));

      assertThat(telegram.replies(DeliveryFixture.id("-100")))
          .containsExactly("The topic 8 was deleted.");
      assertThat(((Message.Text) telegram.received().getFirst().message()).buttons()).isEmpty();
    }
  }
}
