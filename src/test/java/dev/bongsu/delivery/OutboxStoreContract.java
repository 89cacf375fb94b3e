package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the outbox promises on every database.
interface OutboxStoreContract {
  ChatKey BEFORE_FIRST_CHAT = new ChatKey(0);
  ChatId CHAT = DeliveryFixture.id("1");

  TestDatabase open();

  private DeliveryFixture world() {
    return new DeliveryFixture(open(), DeliveryFixture.FAST);
  }

  @Test
  default void r066TwoSubscriptionsOfOneChatMakeOneAlert() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatKey chat = world.rows.chat("1");
      world.rows.subscription(chat, "meeting");
      world.rows.subscription(chat, "cyber");
      long article =
          world.rows.article(
              world.rows.feed("http://a.example/", false), "one", "http://a.example/1", "");
      world.rows.match(article, "meeting");
      world.rows.match(article, "cyber");

      world.outbox.addAlerts(new ArticleId(article), BEFORE_FIRST_CHAT, 10);
      world.outbox.addAlerts(new ArticleId(article), BEFORE_FIRST_CHAT, 10);
      world.sendDue(world.delivery(telegram));

      assertThat(telegram.received()).hasSize(1);
      assertThat(world.states()).containsExactly("sent  1");
    }
  }

  @Test
  default void alertsAreAddedInChunksOfChats() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      long article =
          world.rows.article(
              world.rows.feed("http://a.example/", false), "one", "http://a.example/1", "");
      List<ChatKey> chats =
          List.of("1", "2", "3", "4", "5").stream().map(world.rows::chat).toList();
      chats.forEach(chat -> world.rows.subscription(chat, "cyber"));
      world.rows.match(article, "cyber");

      Optional<ChatKey> afterTwo =
          world.outbox.addAlerts(new ArticleId(article), BEFORE_FIRST_CHAT, 2);
      assertThat(afterTwo).contains(chats.get(1));
      Optional<ChatKey> afterFour = world.outbox.addAlerts(new ArticleId(article), chats.get(1), 2);
      assertThat(afterFour).contains(chats.get(3));
      assertThat(world.outbox.addAlerts(new ArticleId(article), chats.get(3), 2)).isEmpty();

      world.sendDue(world.delivery(telegram));
      assertThat(telegram.received()).hasSize(5);
    }
  }

  @Test
  default void r105ASecretFeedsArticleIsForItsKeepersAlone() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatKey keeper = world.rows.chat("1");
      ChatKey stranger = world.rows.chat("2");
      world.rows.subscription(keeper, "cyber");
      world.rows.subscription(stranger, "cyber");
      long feed = world.rows.feed("http://a.example/?token=x", true);
      world.rows.keeper(feed, keeper);
      world.addAlert(feed, "one", "cyber");

      world.sendDue(world.delivery(telegram));

      assertThat(telegram.received())
          .extracting(FakeChat.ReceivedMessage::chat)
          .containsExactly(CHAT);
    }
  }

  @Test
  default void alertsOnceForTwoArticlesOfOneLink() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      world.rows.subscription(world.rows.chat("1"), "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      long first = world.rows.article(feed, "one", "http://a.example/1", "a.example");
      long twin = world.rows.article(feed, "feed 2 one", "http://a.example/1", "a.example");
      world.rows.match(first, "cyber");
      world.rows.match(twin, "cyber");

      world.outbox.addAlerts(new ArticleId(first), BEFORE_FIRST_CHAT, 10);
      world.outbox.addAlerts(new ArticleId(twin), BEFORE_FIRST_CHAT, 10);
      world.sendDue(world.delivery(telegram));

      assertThat(telegram.received()).hasSize(1);
    }
  }

  @Test
  default void alertsForEachArticleWithoutAPageOfItsOwn() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      world.rows.subscription(world.rows.chat("1"), "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      for (String name : List.of("one", "two")) {
        long article = world.rows.article(feed, name, "http://a.example/", "");
        world.rows.match(article, "cyber");
        world.outbox.addAlerts(new ArticleId(article), BEFORE_FIRST_CHAT, 10);
      }
      world.sendDue(world.delivery(telegram));

      assertThat(telegram.received()).hasSize(2);
    }
  }

  @Test
  default void repliesGoAheadOfAlertsAndAlertsKeepTheirOrder() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatKey chat = world.rows.chat("1");
      world.rows.subscription(chat, "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      world.addAlert(feed, "one", "cyber");
      world.addAlert(feed, "two", "cyber");
      world.addReply(chat, "an answer");

      world.sendDue(world.delivery(telegram));

      assertThat(telegram.received().getFirst().message()).isEqualTo(new Message.Text("an answer"));
      assertThat(telegram.alerts(CHAT))
          .extracting(alert -> alert.link().toString())
          .containsExactly("http://a.example/one", "http://a.example/two");
    }
  }

  @Test
  default void r067AHeadThatWaitsHoldsBackThoseBehindItInItsChatOnly() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatKey blocked = world.rows.chat("1");
      world.addReply(blocked, "first");
      world.addReply(blocked, "second");
      telegram.answer(new SendResult.TemporaryFailure("busy"));
      world.sendDue(delivery);
      telegram.answer(new SendResult.Sent("m"));
      world.addReply(world.rows.chat("2"), "elsewhere");
      world.addReply(blocked, "third");
      world.sendDue(delivery);
      assertThat(telegram.received())
          .extracting(FakeChat.ReceivedMessage::chat)
          .containsExactly(DeliveryFixture.id("2"));

      world.clock.advance(RetryPolicy.delayAfter(1));
      world.sendDue(delivery);
      assertThat(telegram.replies(CHAT)).containsExactly("first", "second", "third");
    }
  }

  @Test
  default void r071StoresNothingAfterTheClaimWasLost() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery frozen = world.delivery(telegram);
      ChatDelivery other = world.delivery(telegram);
      world.addReply(world.rows.chat("1"), "hello");
      ClaimedDelivery mine = frozen.queue().claim(64).getFirst();
      telegram.beforeArrival(
          () -> {
            telegram.beforeArrival(() -> {});
            world.clock.advance(Duration.ofSeconds(61));
            world.sendDue(other);
          });
      frozen.handle(mine);

      assertThat(telegram.received()).as("one in flight may come twice").hasSize(2);
      assertThat(world.states()).containsExactly("sent  2");
    }
  }

  @Test
  default void r071DoesNotSendAfterAStaleClaim() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery frozen = world.delivery(telegram);
      world.addReply(world.rows.chat("1"), "hello");
      ClaimedDelivery mine = frozen.queue().claim(64).getFirst();
      world.clock.advance(Duration.ofSeconds(61));
      frozen.handle(mine);
      assertThat(telegram.received()).isEmpty();

      world.sendDue(world.delivery(telegram));
      assertThat(telegram.received()).hasSize(1);
    }
  }

  @Test
  default void claimsOnlyChatsOfPlatformsWithASender() {
    try (DeliveryFixture world = world()) {
      world.addReply(world.rows.chat("1"), "hello");

      FakeChat slack = new FakeChat(Platform.SLACK);
      FakeChat console = new FakeChat(Platform.CONSOLE);
      assertThat(world.delivery(slack, console).queue().claim(64)).isEmpty();
      assertThat(world.delivery(console, DeliveryFixture.telegram()).queue().claim(64)).hasSize(1);
    }
  }

  @Test
  default void aChatWithNothingToDoIsNotClaimed() {
    try (DeliveryFixture world = world()) {
      ChatDelivery delivery = world.delivery(DeliveryFixture.telegram());
      world.addReply(world.rows.chat("1"), "hello");
      world.sendDue(delivery);

      world.clock.advance(Duration.ofDays(30));
      assertThat(delivery.queue().claim(64)).isEmpty();
    }
  }

  @Test
  default void twoThreadsOfOneChannelAreNotInWorkAtOnce() {
    try (DeliveryFixture world = world()) {
      ChatDelivery delivery = world.delivery(DeliveryFixture.telegram());
      world.addReply(world.chat(new ChatId(Platform.TELEGRAM, "", "-100", "1")), "one");
      world.addReply(world.chat(new ChatId(Platform.TELEGRAM, "", "-100", "2")), "two");

      List<ClaimedDelivery> first = delivery.queue().claim(64);
      assertThat(first).hasSize(1);
      assertThat(delivery.queue().claim(64)).isEmpty();
      delivery.handle(first.getFirst());
      assertThat(delivery.queue().claim(64)).hasSize(1);
    }
  }
}
