package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Platform;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSender;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Telegram's limits, held on the clock that Telegram shares.
@Order(1)
class TelegramRateIT {
  private static final Duration STEP = Duration.ofMillis(5);

  private final TestClock clock = new TestClock();
  private final DeliveryFixture world =
      new DeliveryFixture(TestDatabase.sqlite(), DeliveryFixture.DEFAULTS, clock, "");
  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramApi api = new TelegramApi(telegram.settings(), Duration.ofSeconds(1));
  private final ChatDelivery delivery = world.delivery(new TelegramSender(api));

  @AfterEach
  void close() {
    api.close();
    telegram.close();
    world.close();
  }

  @Test
  void r004FiveThousandAlertsToFiveHundredChatsWithoutOne429AtTheFullRate() {
    int chats = 500;
    int articles = 10;
    telegram.enforceRates(clock);
    for (int i = 1; i <= chats; i++) {
      world.rows.subscription(world.rows.chat(String.valueOf(i)), "cyber");
    }
    long feed = world.rows.feed("http://a.example/", false);
    for (int i = 0; i < articles; i++) {
      world.addAlert(feed, "story-" + i, "cyber");
    }
    Instant begun = clock.instant();
    int sent = 0;
    while (sent < chats * articles) {
      sent += world.sendDue(delivery);
      clock.advance(STEP);
    }
    Duration took = Duration.between(begun, clock.instant());

    double rate = sent * 1000.0 / took.toMillis();
    System.out.printf(
        "%d alerts to %d chats in %s: %.2f/s, %.1f %% of 30/s, %d times 429%n",
        sent, chats, took, rate, rate / 30 * 100, telegram.refusals());
    assertThat(telegram.refusals()).isZero();
    assertThat(rate).isGreaterThanOrEqualTo(30 * 0.97);
    assertThat(telegram.requests("sendmessage")).hasSize(chats * articles);
  }

  @Test
  void r004AGroupGetsTwentyAMinuteAndAPersonOneASecondWithABurstOfThree() {
    telegram.enforceRates(clock);
    ChatKey group = world.chat(new ChatId(Platform.TELEGRAM, "", "-100", ""));
    ChatKey person = world.chat(DeliveryFixture.id("7"));
    for (int i = 0; i < 60; i++) {
      world.addReply(group, "to the group " + i);
      world.addReply(person, "to the person " + i);
    }
    world.sendDue(delivery);
    assertThat(telegram.sent(7)).hasSize(3);
    assertThat(telegram.sent(-100)).hasSize(3);
    world.runFor(delivery, Duration.ofSeconds(60), Duration.ofMillis(50));
    assertThat(telegram.sent(7)).hasSizeBetween(58, 60);
    assertThat(telegram.sent(-100)).hasSizeBetween(18, 20);
    world.runFor(delivery, Duration.ofMinutes(3), Duration.ofMillis(100));

    assertThat(telegram.sent(-100)).hasSize(60);
    assertThat(telegram.refusals()).isZero();
  }

  @Test
  void r004RepliesGoBeforeAlertsAndAlertsLeaveThemTheBurst() {
    telegram.enforceRates(clock);
    for (int i = 1; i <= 200; i++) {
      world.rows.subscription(world.rows.chat(String.valueOf(i)), "cyber");
    }
    long feed = world.rows.feed("http://a.example/", false);
    for (int i = 0; i < 10; i++) {
      world.addAlert(feed, "story-" + i, "cyber");
    }
    world.runFor(delivery, Duration.ofSeconds(5), Duration.ofMillis(10));
    Instant asked = clock.instant();
    ChatKey busy = world.rows.chat("1");
    world.addReply(busy, "an answer in a chat with alerts");
    for (long stranger = 900; stranger < 910; stranger++) {
      assertThat(answerTime(stranger)).isLessThan(Duration.ofMillis(200));
    }
    while (telegram.sent(1).stream().noneMatch(this::isAnswer)) {
      clock.advance(Duration.ofMillis(10));
      world.sendDue(delivery);
    }

    assertThat(Duration.between(asked, clock.instant())).isLessThan(Duration.ofMillis(2500));
    assertThat(telegram.refusals()).isZero();
  }

  /// How long somebody in a chat without alerts waits; asked in other parts of a second each time.
  private Duration answerTime(long stranger) {
    Instant asked = clock.instant();
    world.addReply(world.rows.chat(String.valueOf(stranger)), "an answer in a chat without");
    while (telegram.sent(stranger).isEmpty()) {
      clock.advance(Duration.ofMillis(10));
      world.sendDue(delivery);
    }
    Duration time = Duration.between(asked, clock.instant());
    world.runFor(delivery, Duration.ofMillis(110), Duration.ofMillis(10));
    return time;
  }

  private boolean isAnswer(FakeTelegram.SentMessage sent) {
    return sent.text().startsWith("an answer");
  }

  @Test
  void topicsOfOneGroupShareItsRate() {
    telegram.enforceRates(clock);
    for (int i = 0; i < 30; i++) {
      String topic = String.valueOf(i % 3 + 1);
      world.addReply(world.chat(new ChatId(Platform.TELEGRAM, "", "-100", topic)), "number " + i);
    }
    world.runFor(delivery, Duration.ofMinutes(2), Duration.ofMillis(100));

    assertThat(telegram.sent(-100)).hasSize(30);
    assertThat(telegram.refusals()).isZero();
  }
}
