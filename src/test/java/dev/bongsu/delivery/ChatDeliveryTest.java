package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatDeliveryTest {
  private static final ChatId CHAT = DeliveryWorld.id("1");

  private final DeliveryWorld world = new DeliveryWorld(TestDatabase.sqlite(), DeliveryWorld.FAST);
  private final FakeChat platform = DeliveryWorld.telegram();
  private final ChatDelivery delivery = world.delivery(platform);
  private final ChatKey chat = world.rows.chat("1");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void r068AfterEightAttemptsWithGrowingWaitsItIsDeadAndTheReasonKept() {
    world.reply(chat, "poison");
    world.reply(chat, "next");
    platform.answer(new SendResult.Later("busy"));

    for (int attempt = 1; attempt <= 7; attempt++) {
      turn();
      assertThat(world.states()).containsExactly("waiting busy " + attempt, "waiting  0");
      world.clock.advance(RetryPolicy.waitAfter(attempt).minusMillis(1));
      turn();
      assertThat(world.states()).containsExactly("waiting busy " + attempt, "waiting  0");
      world.clock.advance(Duration.ofMillis(1));
    }
    platform.answer(new SendResult.Sent("m"));
    platform.beforeArrival(
        () -> {
          platform.beforeArrival(() -> {});
          throw new IllegalStateException("once more");
        });
    turn();

    assertThat(world.states())
        .containsExactly("dead an error of ours: IllegalStateException 8", "sent  1");
    assertThat(platform.replies(CHAT)).containsExactly("next");
  }

  @Test
  void r068WhatIsRefusedIsDeadAtOnceAndTheNextGoesOn() {
    world.reply(chat, "poison");
    world.reply(chat, "next");
    platform.answer(new Message.Text("poison"), new SendResult.Refused("poison"));
    turn();

    assertThat(world.states()).containsExactly("dead poison 1", "sent  1");
    assertThat(platform.replies(CHAT)).containsExactly("next");
  }

  @Test
  void aSenderThatBreaksIsTriedAgain() {
    world.reply(chat, "hello");
    platform.beforeArrival(
        () -> {
          throw new IllegalStateException("a bug");
        });
    turn();
    assertThat(world.states()).containsExactly("waiting an error of ours: IllegalStateException 1");

    platform.beforeArrival(() -> {});
    world.clock.advance(RetryPolicy.waitAfter(1));
    turn();
    assertThat(platform.replies(CHAT)).containsExactly("hello");
  }

  @Test
  void aSenderThatOverflowsTheStackIsTriedAgain() {
    world.reply(chat, "hello");
    platform.beforeArrival(
        () -> {
          throw new StackOverflowError();
        });
    turn();

    assertThat(world.states()).containsExactly("waiting an error of ours: StackOverflowError 1");
  }

  @Test
  void r067AChatIsToldInOrderAndABlockedHeadBlocksOnlyItsChat() {
    for (int i = 1; i <= 25; i++) {
      world.reply(chat, "number " + i);
    }
    platform.answer(new SendResult.Later("busy"));
    turn();
    platform.answer(new SendResult.Sent("m"));
    world.reply(world.rows.chat("2"), "elsewhere");
    turn();
    assertThat(platform.received()).hasSize(1);

    world.clock.advance(RetryPolicy.waitAfter(1));
    turn();

    List<String> told = platform.replies(CHAT);
    assertThat(told).hasSize(25).startsWith("number 1", "number 2").endsWith("number 25");
    assertThat(told).doesNotHaveDuplicates();
  }

  @Test
  void aChatWhosePlatformNobodySpeaksToWaitsAndLosesNothing() {
    world.reply(chat, "hello");
    ChatDelivery mute = world.delivery();
    for (int i = 0; i < 20; i++) {
      world.turn(mute);
      world.clock.advance(Duration.ofHours(1));
    }
    assertThat(world.states()).containsExactly("waiting  0");

    turn();
    assertThat(platform.replies(CHAT)).containsExactly("hello");
  }

  @Test
  void aPlatformThatCannotBeReachedForDaysLosesNothing() {
    world.reply(chat, "hello");
    platform.answer(new SendResult.NotReached("no such host"));
    world.run(delivery, Duration.ofDays(2), Duration.ofMinutes(5));
    platform.answer(new SendResult.Sent("m"));
    world.run(delivery, Duration.ofMinutes(1), Duration.ofSeconds(10));

    assertThat(platform.replies(CHAT)).containsExactly("hello");
  }

  @Test
  void anAlertIsWrittenWhenItIsSentAndDroppedIfNobodyAsksAnyMore() {
    world.rows.subscription(chat, "cyber");
    long feed = world.rows.feed("http://a.example/", false);
    world.alert(feed, "one", "cyber");
    turn();
    assertThat(platform.alerts(CHAT)).extracting(Message.Alert::title).containsExactly("A title");

    world.alert(feed, "two", "cyber");
    world.database.database().write().sql("delete from subscription").update();
    turn();
    assertThat(platform.alerts(CHAT)).hasSize(1);
    assertThat(world.states()).last().asString().startsWith("dropped");
  }

  @Test
  void r064WhatDiedEightTimesInTheMiddleOfItsSendIsDead() {
    world.reply(chat, "hello");
    for (int i = 0; i < 8; i++) {
      assertThat(delivery.claim(64, 64)).hasSize(1);
      world.clock.advance(Duration.ofSeconds(60));
    }
    turn();

    assertThat(platform.received()).isEmpty();
    assertThat(world.states()).containsExactly("dead the process ended during each of its sends 8");
  }

  @Test
  void r064WhatWasInterruptedOnceIsSentAgainAndSaysThatItMayBeARepeat() {
    world.reply(chat, "hello");
    delivery.claim(64, 64);
    world.clock.advance(Duration.ofSeconds(60));
    turn();

    assertThat(platform.replies(CHAT)).containsExactly("hello\n(this may be a repeat)");
    assertThat(world.count("bongsu.possible.repeats")).isEqualTo(1);
    assertThat(world.count("bongsu.ambiguous.sends")).isEqualTo(1);
  }

  private void turn() {
    world.turn(delivery);
  }
}
