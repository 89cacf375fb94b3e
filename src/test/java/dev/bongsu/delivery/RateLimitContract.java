package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Platforms that want to be left alone, and limits that are kept, on every database.
interface RateLimitContract {
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
