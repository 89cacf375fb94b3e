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
interface TroubleContract {
  ChatId ONE = DeliveryWorld.id("1");
  ChatId TWO = DeliveryWorld.id("2");
  ChatId THREE = DeliveryWorld.id("3");
  Duration SECOND = Duration.ofSeconds(1);

  TestDatabase open();

  private DeliveryWorld world() {
    return new DeliveryWorld(open(), DeliveryWorld.FAST);
  }

  private static SendResult tooMany(Duration wait) {
    return new SendResult.TooMany("429 Too Many Requests", wait);
  }

  @Test
  default void r001ATooManyStopsThatChatForItsTimeAndNoOther() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      for (int i = 0; i < 3; i++) {
        world.reply(world.chat(ONE), "number " + i);
        world.reply(world.chat(TWO), "elsewhere " + i);
      }
      telegram.answer(ONE, tooMany(Duration.ofSeconds(3)));
      world.turn(delivery);
      assertThat(telegram.replies(TWO)).hasSize(3);
      assertThat(telegram.tried(ONE)).isEqualTo(1);

      world.run(delivery, Duration.ofSeconds(3), Duration.ofMillis(100));
      assertThat(telegram.tried(ONE)).as("not within the time").isEqualTo(1);
      world.run(delivery, SECOND, Duration.ofMillis(100));
      assertThat(telegram.tried(ONE)).isEqualTo(2);
      telegram.answer(ONE, null);
      world.run(delivery, Duration.ofSeconds(5), Duration.ofMillis(100));

      assertThat(telegram.replies(ONE)).containsExactly("number 0", "number 1", "number 2");
    }
  }

  @Test
  default void r002TwelveHoursAreWaitedForThroughARestartAndCostNoAttempt() {
    Duration wait = Duration.ofSeconds(43_837);
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      world.reply(world.chat(ONE), "hello");
      telegram.answer(ONE, tooMany(wait));
      world.turn(world.delivery(telegram));
      assertThat(world.outbox.backlog().rows()).isEqualTo(1);

      ChatDelivery restarted = world.restart().delivery(telegram);
      world.run(restarted, Duration.ofHours(12), Duration.ofMinutes(10));
      world.run(restarted, Duration.ofSeconds(637), SECOND);
      assertThat(telegram.tried(ONE)).isEqualTo(1);
      telegram.answer(ONE, null);
      world.run(restarted, Duration.ofSeconds(2), SECOND);
      assertThat(telegram.replies(ONE)).containsExactly("hello");
      assertThat(world.states()).containsExactly("sent  1");
    }
  }

  @Test
  default void r003TwoChatsToldToWaitWithinFiveSecondsStopTheToken() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      telegram.answer(ONE, tooMany(Duration.ofSeconds(60)));
      telegram.answer(TWO, tooMany(Duration.ofSeconds(10)));
      world.reply(world.chat(ONE), "one");
      world.turn(delivery);
      world.clock.advance(Duration.ofSeconds(4));
      world.reply(world.chat(TWO), "two");
      world.turn(delivery);
      world.reply(world.chat(THREE), "three");
      world.run(delivery, Duration.ofSeconds(55), SECOND);
      assertThat(telegram.tried(THREE)).as("the longer of the two waits").isZero();

      world.run(delivery, Duration.ofSeconds(5), SECOND);
      assertThat(telegram.replies(THREE)).containsExactly("three");
    }
  }

  @Test
  default void r003TwoChatsToldSoApartStopNobodyElse() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      telegram.answer(ONE, tooMany(Duration.ofSeconds(60)));
      telegram.answer(TWO, tooMany(Duration.ofSeconds(60)));
      world.reply(world.chat(ONE), "one");
      world.turn(delivery);
      world.clock.advance(Duration.ofSeconds(6));
      world.reply(world.chat(TWO), "two");
      world.turn(delivery);
      world.reply(world.chat(THREE), "three");
      world.turn(delivery);

      assertThat(telegram.replies(THREE)).containsExactly("three");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = GoneReason.class,
      names = {"BLOCKED", "DEACTIVATED", "NOT_MEMBER", "FORBIDDEN", "DELETED", "ARCHIVED"})
  default void r005r012r028AChatThatIsGoneIsLeftAloneAndToldAllWhenItIsBack(GoneReason why) {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatKey chat = world.chat(ONE);
      world.subscriptions.add(chat, "cyber", "cyber");
      world.reply(chat, "first");
      world.reply(chat, "second");
      telegram.answer(ONE, new SendResult.ChatGone(why, "gone"));
      world.turn(delivery);
      world.run(delivery, Duration.ofDays(3), Duration.ofHours(1));
      assertThat(telegram.tried(ONE)).isEqualTo(1);
      assertThat(world.chatState(chat)).isEqualTo("gone " + why.code());
      assertThat(world.outbox.backlog().rows()).isZero();
      assertThat(world.subscriptions.of(chat)).hasSize(1);
      long feed = world.rows.feed("http://a.example/", false);
      world.alert(feed, "while-away", "cyber");
      assertThat(world.states()).as("no alert for who is away").hasSize(2);

      telegram.answer(ONE, null);
      world.comings.back(ONE);
      world.turn(delivery);
      assertThat(telegram.replies(ONE)).containsExactly("first", "second");
      world.alert(feed, "back-again", "cyber");
      world.turn(delivery);
      assertThat(telegram.alerts(ONE)).hasSize(1);
    }
  }

  @Test
  default void r005WhoSpeaksIsBack() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.reply(world.chat(ONE), "first");
      telegram.answer(ONE, new SendResult.ChatGone(GoneReason.BLOCKED, "gone"));
      world.turn(delivery);
      telegram.answer(ONE, null);

      world.reply(world.chats.meet(ONE, Locale.ENGLISH).key(), "hello again");
      world.turn(delivery);
      assertThat(telegram.replies(ONE)).containsExactly("first", "hello again");
    }
  }

  @Test
  default void r006AChatThatMovedIsToldTheSameMessageThere() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId old = DeliveryWorld.id("-5");
      ChatId topic = new ChatId(Platform.TELEGRAM, "", "-5", "9");
      ChatKey chat = world.chat(old);
      world.subscriptions.add(chat, "cyber", "cyber");
      world.reply(world.chat(topic), "in the topic");
      world.reply(chat, "hello");
      telegram.answer(old, new SendResult.ChatMoved("-1005"));
      telegram.answer(topic, new SendResult.ChatMoved("-1005"));
      world.turn(delivery);

      assertThat(telegram.replies(DeliveryWorld.id("-1005"))).containsExactly("hello");
      assertThat(telegram.replies(new ChatId(Platform.TELEGRAM, "", "-1005", "9")))
          .containsExactly("in the topic");
      assertThat(telegram.tried(old) + telegram.tried(topic)).isEqualTo(1);
      world.alert(world.rows.feed("http://a.example/", false), "one", "cyber");
      world.turn(delivery);
      assertThat(telegram.alerts(DeliveryWorld.id("-1005"))).hasSize(1);
      assertThat(telegram.tried(old) + telegram.tried(topic)).isEqualTo(1);
    }
  }

  @Test
  default void r006AChatThatMovedToWhereItIsMakesNoEndlessLoop() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.reply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.ChatMoved(ONE.channel()));
      world.turn(delivery);
      assertThat(telegram.tried(ONE)).isEqualTo(1);
      world.run(delivery, Duration.ofHours(3), Duration.ofMinutes(1));

      assertThat(world.states()).containsExactly("dead the chat moved to 1 8");
    }
  }

  @Test
  default void r006AChatThatMovedToOneWeKnowBecomesOneWithIt() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId old = DeliveryWorld.id("-5");
      ChatKey from = world.chat(old);
      ChatKey to = world.chat(DeliveryWorld.id("-1005"));
      world.subscriptions.add(from, "cyber", "cyber");
      world.subscriptions.add(from, "meeting", "meeting");
      world.subscriptions.add(to, "cyber", "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      world.rows.keeper(feed, from);
      world.alert(feed, "for-both", "cyber");
      world.alert(feed, "for-the-old", "meeting");
      telegram.answer(old, new SendResult.ChatMoved("-1005"));
      world.turn(delivery);
      world.comings.moved(old, "-1005");
      world.turn(delivery);

      assertThat(telegram.alerts(DeliveryWorld.id("-1005")))
          .extracting(alert -> alert.link().getPath())
          .containsExactlyInAnyOrder("/for-both", "/for-the-old");
      assertThat(world.subscriptions.of(to))
          .extracting(Subscription::text)
          .containsExactlyInAnyOrder("cyber", "meeting");
      assertThat(world.subscriptions.of(from)).isEmpty();
      assertThat(telegram.tried(old)).isEqualTo(1);
      assertThat(world.outbox.backlog().rows()).isZero();
    }
  }

  @Test
  default void r007NoSuchChatIsBelievedTheThirdTimeInADay() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatKey chat = world.chat(ONE);
      world.reply(chat, "hello");
      telegram.answer(ONE, new SendResult.ChatGone(GoneReason.UNKNOWN, "400 chat not found"));
      world.turn(delivery);
      world.run(delivery, Duration.ofHours(23), Duration.ofMinutes(30));
      assertThat(world.chatState(chat)).isEqualTo("active ");
      assertThat(telegram.tried(ONE)).isEqualTo(2);

      world.run(delivery, Duration.ofHours(2), Duration.ofMinutes(30));
      assertThat(world.chatState(chat)).isEqualTo("gone unknown");
      assertThat(telegram.tried(ONE)).isEqualTo(3);
    }
  }

  @Test
  default void r008WhatIsNotUnderstoodIsSentPlainOnceAndCounted() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      world.reply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.Misunderstood("400 can't parse entities"));
      world.turn(world.delivery(telegram));

      assertThat(telegram.tried(ONE)).isEqualTo(2);
      assertThat(telegram.replies(ONE)).containsExactly("hello");
      assertThat(world.count("bongsu.misunderstood.messages")).isEqualTo(1);
    }
  }

  @Test
  default void r011AClosedTopicIsSilentAloneAndTheGroupIsTold() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId closed = new ChatId(Platform.TELEGRAM, "", "-100", "7");
      ChatId open = new ChatId(Platform.TELEGRAM, "", "-100", "8");
      ChatId around = DeliveryWorld.id("-100");
      world.reply(world.chat(closed), "one");
      world.reply(world.chat(open), "two");
      telegram.answer(closed, new SendResult.ChatGone(GoneReason.TOPIC, "400 TOPIC_CLOSED"));
      world.turn(delivery);

      assertThat(telegram.replies(open)).containsExactly("two");
      assertThat(telegram.replies(around)).hasSize(1).first().asString().contains("topic 7");
      telegram.answer(closed, null);
      world.comings.back(closed);
      world.turn(delivery);
      assertThat(telegram.replies(closed)).containsExactly("one");
    }
  }

  @Test
  default void r013r029ADeadTokenParksEverythingUntilTheNextStart() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.reply(world.chat(ONE), "one");
      world.reply(world.chat(TWO), "two");
      telegram.answer(new SendResult.TokenDead("401 Unauthorized"));
      Sending first = delivery.claim(64, 1).getFirst();
      delivery.send(first);
      world.run(delivery, Duration.ofDays(2), Duration.ofHours(1));
      assertThat(telegram.tried(ONE) + telegram.tried(TWO)).isEqualTo(1);
      assertThat(new Tokens(world.tables, world.notices).dead()).containsExactly("telegram");

      telegram.answer(new SendResult.Sent("m"));
      ChatDelivery restarted = world.restart().delivery(telegram);
      world.turn(restarted);
      assertThat(telegram.received()).hasSize(2);
      new Tokens(world.restart().tables, world.notices)
          .refused("telegram", Platform.TELEGRAM, "401");
      assertThat(new Tokens(world.tables, world.notices).dead()).containsExactly("telegram");
    }
  }

  @Test
  default void r063WhatMayHaveArrivedIsRepeatedOnceAfterAMinuteAndSaysSo() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.reply(world.chat(ONE), "hello");
      world.reply(world.chat(ONE), "next");
      telegram.answer(ONE, new SendResult.MaybeSent("no answer", false));
      world.turn(delivery);
      world.run(delivery, Duration.ofSeconds(59), SECOND);
      assertThat(telegram.tried(ONE)).isEqualTo(1);
      telegram.answer(ONE, null);
      world.run(delivery, Duration.ofSeconds(2), SECOND);

      assertThat(telegram.replies(ONE)).containsExactly("hello\n(this may be a repeat)", "next");
      assertThat(world.count("bongsu.ambiguous.sends")).isEqualTo(1);
      assertThat(world.count("bongsu.possible.repeats")).isEqualTo(1);
    }
  }

  @Test
  default void r063ASecondSilenceEndsItWithADeadLetter() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      world.reply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.MaybeSent("no answer", false));
      world.run(world.delivery(telegram), Duration.ofHours(1), Duration.ofSeconds(10));

      assertThat(telegram.tried(ONE)).isEqualTo(2);
      assertThat(world.letters.all()).hasSize(1);
      assertThat(world.letters.all().getFirst().reason()).contains("nobody knows");
    }
  }

  @Test
  default void r063AnOutageUsesUpNoTries() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.reply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.MaybeSent("no answer", false));
      telegram.beSilent(true);
      world.run(delivery, Duration.ofHours(3), Duration.ofSeconds(10));
      assertThat(telegram.tried(ONE)).isEqualTo(1);
      assertThat(world.count("bongsu.possible.repeats")).isZero();
      telegram.answer(ONE, null);
      telegram.beSilent(false);
      world.run(delivery, Duration.ofSeconds(20), SECOND);

      assertThat(telegram.replies(ONE)).containsExactly("hello\n(this may be a repeat)");
    }
  }

  @Test
  default void r016AGatewaysErrorPageIsTriedAgainEightTimes() {
    try (DeliveryWorld world = world()) {
      FakeChat telegram = DeliveryWorld.telegram();
      world.reply(world.chat(ONE), "hello");
      telegram.answer(ONE, new SendResult.MaybeSent("502", true));
      world.run(world.delivery(telegram), Duration.ofHours(4), Duration.ofSeconds(30));

      assertThat(telegram.tried(ONE)).isEqualTo(8);
      assertThat(world.letters.all()).hasSize(1);
    }
  }

  @Test
  default void r044AStormIsToldAsSixtyAlertsAndOneDigestOfTheRestWithTheExactCount() {
    DeliverySettings settings = DeliveryWorld.DEFAULTS;
    try (DeliveryWorld world = new DeliveryWorld(open(), settings)) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      world.subscriptions.add(world.chat(ONE), "cyber", "cyber");
      long feed = world.rows.feed("http://a.example/", false);
      for (int i = 0; i < 300; i++) {
        world.alert(feed, "story-" + i, "cyber");
        world.run(delivery, Duration.ofMillis(200), Duration.ofMillis(200));
      }
      world.run(delivery, Duration.ofMinutes(4), SECOND);

      assertThat(telegram.alerts(ONE)).hasSize(60);
      List<Message.Digest> digests =
          telegram.received().stream()
              .map(FakeChat.Received::message)
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

      world.alert(feed, "after-the-digest", "cyber");
      world.run(delivery, Duration.ofMinutes(30), Duration.ofMinutes(1));
      assertThat(telegram.alerts(ONE)).as("the hour is full").hasSize(60);
      world.run(delivery, Duration.ofMinutes(40), Duration.ofMinutes(1));
      assertThat(world.outbox.backlog().rows()).as("never dropped").isZero();
      world.alert(feed, "in-the-next-hour", "cyber");
      world.run(delivery, SECOND, SECOND);
      assertThat(telegram.alerts(ONE).getLast().link().getPath()).isEqualTo("/in-the-next-hour");
    }
  }

  @Test
  default void r069TheOperatorIsToldOfDeadLettersOnceAnHourWithTheirNumber() {
    try (DeliveryWorld world =
        new DeliveryWorld(open(), DeliveryWorld.FAST, new TestClock(), "telegram:99")) {
      FakeChat telegram = DeliveryWorld.telegram();
      ChatDelivery delivery = world.delivery(telegram);
      ChatId operator = DeliveryWorld.id("99");
      telegram.answer(ONE, new SendResult.Refused("poison"));
      for (int i = 0; i < 5; i++) {
        world.reply(world.chat(ONE), "poison " + i);
        world.turn(delivery);
        world.clock.advance(Duration.ofMinutes(10));
        world.notices.tellUntold();
        world.turn(delivery);
      }
      assertThat(telegram.replies(operator)).hasSize(1);
      world.clock.advance(Duration.ofMinutes(11));
      world.notices.tellUntold();
      world.turn(delivery);

      assertThat(telegram.replies(operator)).hasSize(2);
      assertThat(telegram.replies(operator).getLast()).startsWith("4 deliveries could not");
      world.clock.advance(Duration.ofHours(2));
      world.notices.tellUntold();
      world.turn(delivery);
      assertThat(telegram.replies(operator)).hasSize(2);
    }
  }

  @Test
  default void r028WhoSetTheBotUpInAChannelHearsOnceThatItIsGone() {
    try (DeliveryWorld world = world()) {
      FakeChat slack = new FakeChat(Platform.SLACK);
      ChatDelivery delivery = world.delivery(slack);
      ChatId channel = new ChatId(Platform.SLACK, "E1/T1", "C1", "");
      ChatId person = new ChatId(Platform.SLACK, "E1/T1", "U7", "");
      world.chats.careFor(world.chat(channel), "U7");
      world.chats.careFor(world.chat(new ChatId(Platform.SLACK, "E1/T1", "C1", "1.1")), "U7");
      slack.answer(channel, new SendResult.ChatGone(GoneReason.ARCHIVED, "is_archived"));
      world.reply(world.chat(channel), "hello");
      world.turn(delivery);
      world.comings.left(channel, GoneReason.ARCHIVED);
      world.turn(delivery);

      assertThat(slack.replies(person))
          .singleElement()
          .asString()
          .contains("https://slack.com/app_redirect?team=T1&channel=C1");
      slack.answer(channel, null);
      world.comings.back(channel);
      world.turn(delivery);
      assertThat(slack.replies(channel)).containsExactly("hello");

      world.comings.left(channel, GoneReason.DEACTIVATED);
      world.turn(delivery);
      assertThat(slack.replies(person)).hasSize(1);
    }
  }

  @Test
  default void r027TwoNodesTogetherKeepToAMessageASecondInAChannel() {
    TestClock clock = new TestClock();
    try (DeliveryWorld world = new DeliveryWorld(open(), DeliveryWorld.DEFAULTS, clock, "")) {
      FakeChat slack = new FakeChat(Platform.SLACK);
      ChatDelivery one = world.delivery(slack);
      ChatDelivery two = world.delivery(slack);
      ChatId channel = new ChatId(Platform.SLACK, "T1", "C1", "");
      ChatId thread = new ChatId(Platform.SLACK, "T1", "C1", "1.1");
      List<Instant> times = new ArrayList<>();
      slack.beforeArrival(() -> times.add(clock.instant()));
      for (int i = 0; i < 20; i++) {
        world.reply(world.chat(i % 3 == 0 ? thread : channel), "number " + i);
      }
      for (int i = 0; i < 400; i++) {
        world.turn(i % 2 == 0 ? one : two);
        clock.advance(Duration.ofMillis(100));
      }

      assertThat(slack.received()).hasSize(20);
      for (int i = 1; i < times.size(); i++) {
        assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThan(SECOND);
      }
    }
  }
}
