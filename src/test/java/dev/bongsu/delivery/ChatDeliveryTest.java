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
  private static final ChatId CHAT = DeliveryFixture.id("1");

  private final DeliveryFixture world =
      new DeliveryFixture(TestDatabase.sqlite(), DeliveryFixture.FAST);
  private final FakeChat platform = DeliveryFixture.telegram();
  private final ChatDelivery delivery = world.delivery(platform);
  private final ChatKey chat = world.rows.chat("1");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void r068AfterEightAttemptsWithGrowingWaitsItIsDeadAndTheReasonKept() {
    world.addReply(chat, "poison");
    world.addReply(chat, "next");
    platform.answer(new SendResult.TemporaryFailure("busy"));

    for (int attempt = 1; attempt <= 7; attempt++) {
      sendDue();
      assertThat(world.states()).containsExactly("waiting busy " + attempt, "waiting  0");
      world.clock.advance(RetryPolicy.delayAfter(attempt).minusMillis(1));
      sendDue();
      assertThat(world.states()).containsExactly("waiting busy " + attempt, "waiting  0");
      world.clock.advance(Duration.ofMillis(1));
    }
    platform.answer(new SendResult.Sent("m"));
    platform.beforeArrival(
        () -> {
          platform.beforeArrival(() -> {});
          throw new IllegalStateException("once more");
        });
    sendDue();

    assertThat(world.states())
        .containsExactly("dead an error of ours; the log has it 8", "sent  1");
    assertThat(platform.replies(CHAT)).containsExactly("next");
  }

  @Test
  void r068GivesUpARefusedDeliveryAtOnceAndSendsTheNext() {
    world.addReply(chat, "poison");
    world.addReply(chat, "next");
    platform.answer(new Message.Text("poison"), new SendResult.PermanentFailure("poison"));
    sendDue();

    assertThat(world.states()).containsExactly("dead poison 1", "sent  1");
    assertThat(platform.replies(CHAT)).containsExactly("next");
  }

  @Test
  void aSenderThatBreaksIsTriedAgain() {
    world.addReply(chat, "hello");
    platform.beforeArrival(
        () -> {
          throw new IllegalStateException("a bug");
        });
    sendDue();
    assertThat(world.states()).containsExactly("waiting an error of ours; the log has it 1");

    platform.beforeArrival(() -> {});
    world.clock.advance(RetryPolicy.delayAfter(1));
    sendDue();
    assertThat(platform.replies(CHAT)).containsExactly("hello");
  }

  @Test
  void aSenderThatOverflowsTheStackIsTriedAgain() {
    world.addReply(chat, "hello");
    platform.beforeArrival(
        () -> {
          throw new StackOverflowError();
        });
    sendDue();

    assertThat(world.states()).containsExactly("waiting an error of ours; the log has it 1");
  }

  @Test
  void r067SendsAChatsDeliveriesInOrderAndABlockedHeadBlocksOnlyItsChat() {
    for (int i = 1; i <= 25; i++) {
      world.addReply(chat, "number " + i);
    }
    platform.answer(new SendResult.TemporaryFailure("busy"));
    sendDue();
    platform.answer(new SendResult.Sent("m"));
    world.addReply(world.rows.chat("2"), "elsewhere");
    sendDue();
    assertThat(platform.received()).hasSize(1);

    world.clock.advance(RetryPolicy.delayAfter(1));
    sendDue();

    List<String> told = platform.replies(CHAT);
    assertThat(told).hasSize(25).startsWith("number 1", "number 2").endsWith("number 25");
    assertThat(told).doesNotHaveDuplicates();
  }

  @Test
  void keepsDeliveriesOfAPlatformWithoutSender() {
    world.addReply(chat, "hello");
    ChatDelivery mute = world.delivery();
    for (int i = 0; i < 20; i++) {
      world.sendDue(mute);
      world.clock.advance(Duration.ofHours(1));
    }
    assertThat(world.states()).containsExactly("waiting  0");

    sendDue();
    assertThat(platform.replies(CHAT)).containsExactly("hello");
  }

  @Test
  void aPlatformThatCannotBeReachedForDaysLosesNothing() {
    world.addReply(chat, "hello");
    platform.answer(new SendResult.Unreachable("no such host"));
    world.runFor(delivery, Duration.ofDays(2), Duration.ofMinutes(5));
    platform.answer(new SendResult.Sent("m"));
    world.runFor(delivery, Duration.ofMinutes(1), Duration.ofSeconds(10));

    assertThat(platform.replies(CHAT)).containsExactly("hello");
  }

  @Test
  void rendersAlertsAtSendTimeAndDropsThoseWithoutSubscription() {
    world.rows.subscription(chat, "cyber");
    long feed = world.rows.feed("http://a.example/", false);
    world.addAlert(feed, "one", "cyber");
    sendDue();
    assertThat(platform.alerts(CHAT)).extracting(Message.Alert::title).containsExactly("A title");

    world.addAlert(feed, "two", "cyber");
    world.database.database().write().sql("delete from subscription").update();
    sendDue();
    assertThat(platform.alerts(CHAT)).hasSize(1);
    assertThat(world.states()).last().asString().startsWith("dropped");
  }

  @Test
  void r064GivesUpADeliveryInterruptedEightTimes() {
    world.addReply(chat, "hello");
    for (int i = 0; i < 8; i++) {
      assertThat(delivery.queue().claim(64)).hasSize(1);
      world.clock.advance(Duration.ofSeconds(60));
    }
    sendDue();

    assertThat(platform.received()).isEmpty();
    assertThat(world.states()).containsExactly("dead the process ended during each of its sends 8");
  }

  @Test
  void r064ResendsAnInterruptedDeliveryWithANoteThatItMayBeARepeat() {
    world.addReply(chat, "hello");
    delivery.queue().claim(64);
    world.clock.advance(Duration.ofSeconds(60));
    sendDue();

    assertThat(platform.replies(CHAT)).containsExactly("hello\n(this may be a repeat)");
    assertThat(world.count("bongsu.possible.repeats")).isEqualTo(1);
    assertThat(world.count("bongsu.ambiguous.sends")).isEqualTo(1);
  }

  private void sendDue() {
    world.sendDue(delivery);
  }
}
