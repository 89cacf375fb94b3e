package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of deliveries when platforms refuse, vanish or want to be left alone, on every
/// database.
interface SendFailureContract {
  ChatId ONE = DeliveryFixture.id("1");
  ChatId TWO = DeliveryFixture.id("2");
  ChatId THREE = DeliveryFixture.id("3");
  Duration SECOND = Duration.ofSeconds(1);

  TestDatabase open();

  private DeliveryFixture world() {
    return new DeliveryFixture(open(), DeliveryFixture.FAST);
  }

  private static SendResult tooMany(Duration wait) {
    return new SendResult.RateLimited("429 Too Many Requests", wait);
  }

  @Test
  default void r001ATooManyStopsThatChatForItsTimeAndNoOther() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      for (int i = 0; i < 3; i++) {
        world.addReply(world.chat(ONE), "number " + i);
        world.addReply(world.chat(TWO), "elsewhere " + i);
      }
      telegram.answer(ONE, tooMany(Duration.ofSeconds(3)));
      world.sendDue(delivery);
      assertThat(telegram.replies(TWO)).hasSize(3);
      assertThat(telegram.attempts(ONE)).isEqualTo(1);

      world.runFor(delivery, Duration.ofSeconds(3), Duration.ofMillis(100));
      assertThat(telegram.attempts(ONE)).as("not within the time").isEqualTo(1);
      world.runFor(delivery, SECOND, Duration.ofMillis(100));
      assertThat(telegram.attempts(ONE)).isEqualTo(2);
      telegram.answer(ONE, null);
      world.runFor(delivery, Duration.ofSeconds(5), Duration.ofMillis(100));

      assertThat(telegram.replies(ONE)).containsExactly("number 0", "number 1", "number 2");
    }
  }

  @Test
  default void r002TwelveHoursAreWaitedForThroughARestartAndCostNoAttempt() {
    Duration wait = Duration.ofSeconds(43_837);
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      world.addReply(world.chat(ONE), "hello");
      telegram.answer(ONE, tooMany(wait));
      world.sendDue(world.delivery(telegram));
      assertThat(world.outbox.backlog().rows()).isEqualTo(1);

      ChatDelivery restarted = world.restart().delivery(telegram);
      world.runFor(restarted, Duration.ofHours(12), Duration.ofMinutes(10));
      world.runFor(restarted, Duration.ofSeconds(637), SECOND);
      assertThat(telegram.attempts(ONE)).isEqualTo(1);
      telegram.answer(ONE, null);
      world.runFor(restarted, Duration.ofSeconds(2), SECOND);
      assertThat(telegram.replies(ONE)).containsExactly("hello");
      assertThat(world.states()).containsExactly("sent  1");
    }
  }

  @Test
  default void r003TwoRateLimitedChatsWithinFiveSecondsStopTheToken() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      telegram.answer(ONE, tooMany(Duration.ofSeconds(60)));
      telegram.answer(TWO, tooMany(Duration.ofSeconds(10)));
      world.addReply(world.chat(ONE), "one");
      world.sendDue(delivery);
      world.clock.advance(Duration.ofSeconds(4));
      world.addReply(world.chat(TWO), "two");
      world.sendDue(delivery);
      world.addReply(world.chat(THREE), "three");
      world.runFor(delivery, Duration.ofSeconds(55), SECOND);
      assertThat(telegram.attempts(THREE)).as("the longer of the two waits").isZero();

      world.runFor(delivery, Duration.ofSeconds(5), SECOND);
      assertThat(telegram.replies(THREE)).containsExactly("three");
    }
  }

  @Test
  default void r003TwoRateLimitedChatsFurtherApartStopNoOther() {
    try (DeliveryFixture world = world()) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      telegram.answer(ONE, tooMany(Duration.ofSeconds(60)));
      telegram.answer(TWO, tooMany(Duration.ofSeconds(60)));
      world.addReply(world.chat(ONE), "one");
      world.sendDue(delivery);
      world.clock.advance(Duration.ofSeconds(6));
      world.addReply(world.chat(TWO), "two");
      world.sendDue(delivery);
      world.addReply(world.chat(THREE), "three");
      world.sendDue(delivery);

      assertThat(telegram.replies(THREE)).containsExactly("three");
    }
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

      world.addReply(world.chats.findOrCreate(ONE, Locale.ENGLISH).key(), "hello again");
      world.sendDue(delivery);
      assertThat(telegram.replies(ONE)).containsExactly("first", "hello again");
    }
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
  default void r044SendsSixtyAlertsAndOneDigestOfTheRestWithTheExactCount() {
    DeliverySettings settings = DeliveryFixture.DEFAULTS;
    try (DeliveryFixture world = new DeliveryFixture(open(), settings)) {
      FakeChat telegram = DeliveryFixture.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.subscriptions.add(world.chat(ONE), "cyber", "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      for (int i = 0; i < 300; i++) {
        world.addAlert(feed, "story-" + i, "cyber");
        world.runFor(delivery, Duration.ofMillis(200), Duration.ofMillis(200));
      }
      world.runFor(delivery, Duration.ofMinutes(4), SECOND);

      assertThat(telegram.alerts(ONE)).hasSize(60);
      List<Message.Digest> digests =
          telegram.received().stream()
              .map(FakeChat.ReceivedMessage::message)
              .filter(Message.Digest.class::isInstance)
              .map(Message.Digest.class::cast)
              .toList();
      assertThat(digests).hasSize(1);
      assertThat(digests.getFirst().heading()).startsWith("240 more articles");
      assertThat(digests.getFirst().items())
          .extracting(item -> item.link().getPath())
          .hasSize(240)
          .startsWith("/story-60")
          .endsWith("/story-299")
          .doesNotHaveDuplicates();
      assertThat(world.outbox.backlog().rows()).isZero();

      world.addAlert(feed, "after-the-digest", "cyber");
      world.runFor(delivery, Duration.ofMinutes(30), Duration.ofMinutes(1));
      assertThat(telegram.alerts(ONE)).as("the hour is full").hasSize(60);
      world.runFor(delivery, Duration.ofMinutes(40), Duration.ofMinutes(1));
      assertThat(world.outbox.backlog().rows()).as("never dropped").isZero();
      world.addAlert(feed, "in-the-next-hour", "cyber");
      world.runFor(delivery, SECOND, SECOND);
      assertThat(telegram.alerts(ONE).getLast().link().getPath()).isEqualTo("/in-the-next-hour");
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
      assertThat(telegram.replies(operator).getLast()).startsWith("4 deliveries could not");
      world.clock.advance(Duration.ofHours(2));
      world.notices.sendPending();
      world.sendDue(delivery);
      assertThat(telegram.replies(operator)).hasSize(2);
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
  default void r027TwoNodesTogetherKeepToAMessageASecondInAChannel() {
    TestClock clock = new TestClock();
    try (DeliveryFixture world = new DeliveryFixture(open(), DeliveryFixture.DEFAULTS, clock, "")) {
      FakeChat slack = new FakeChat(Platform.SLACK);
      ChatDelivery one = world.delivery(slack);
      ChatDelivery two = world.delivery(slack);
      ChatId channel = new ChatId(Platform.SLACK, "T1", "C1", "");
      ChatId thread = new ChatId(Platform.SLACK, "T1", "C1", "1.1");
      List<Instant> times = new ArrayList<>();
      slack.beforeArrival(() -> times.add(clock.instant()));
      for (int i = 0; i < 20; i++) {
        world.addReply(world.chat(i % 3 == 0 ? thread : channel), "number " + i);
      }
      for (int i = 0; i < 400; i++) {
        world.sendDue(i % 2 == 0 ? one : two);
        clock.advance(Duration.ofMillis(100));
      }

      assertThat(slack.received()).hasSize(20);
      for (int i = 1; i < times.size(); i++) {
        assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThan(SECOND);
      }
    }
  }
}
