package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.alert.AlertWriter;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.ArticleSettings;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.Rows;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatDeliveryTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "1", "");

  private final TestDatabase database = TestDatabase.sqlite();
  private final TestClock clock = new TestClock();
  private final Rows rows = new Rows(database, clock);
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private final OutboxStore outbox =
      new OutboxStore(
          database.database(), clock, new LeaseSettings(Duration.ofSeconds(60)), database.nudges());
  private final ChatKey chat = rows.chat("1");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void r068AfterEightAttemptsWithGrowingWaitsItIsDeadAndTheReasonKept() {
    reply("poison");
    reply("next");
    platform.answer(new SendResult.Later("busy"));

    for (int attempt = 1; attempt <= 7; attempt++) {
      turn();
      assertThat(states()).containsExactly("waiting busy " + attempt, "waiting  0");
      clock.advance(RetryPolicy.waitAfter(attempt).minusMillis(1));
      turn();
      assertThat(states()).containsExactly("waiting busy " + attempt, "waiting  0");
      clock.advance(Duration.ofMillis(1));
    }
    platform.answer(new SendResult.Sent("m"));
    platform.beforeArrival(
        () -> {
          platform.beforeArrival(() -> {});
          throw new IllegalStateException("once more");
        });
    turn();

    assertThat(states())
        .containsExactly("dead an error of ours: IllegalStateException 8", "sent  1");
    assertThat(platform.replies(CHAT)).containsExactly("next");
  }

  @Test
  void r068WhatIsRefusedIsDeadAtOnceAndTheNextGoesOn() {
    reply("poison");
    reply("next");
    refuse("poison");
    turn();

    assertThat(states()).containsExactly("dead blocked 1", "sent  1");
    assertThat(platform.replies(CHAT)).containsExactly("next");
  }

  @Test
  void aSenderThatBreaksIsTriedAgain() {
    reply("hello");
    platform.beforeArrival(
        () -> {
          throw new IllegalStateException("a bug");
        });
    turn();
    assertThat(states()).containsExactly("waiting an error of ours: IllegalStateException 1");

    platform.beforeArrival(() -> {});
    clock.advance(RetryPolicy.waitAfter(1));
    turn();
    assertThat(platform.replies(CHAT)).containsExactly("hello");
  }

  @Test
  void aSenderThatOverflowsTheStackIsTriedAgain() {
    reply("hello");
    platform.beforeArrival(
        () -> {
          throw new StackOverflowError();
        });
    turn();

    assertThat(states()).containsExactly("waiting an error of ours: StackOverflowError 1");
  }

  @Test
  void r067AChatIsToldInOrderAndABlockedHeadBlocksOnlyItsChat() {
    for (int i = 1; i <= 25; i++) {
      reply("number " + i);
    }
    platform.answer(new SendResult.Later("busy"));
    turn();
    platform.answer(new SendResult.Sent("m"));
    outbox.addReply(rows.chat("2"), new Message.Text("elsewhere"));
    turn();
    assertThat(platform.received()).hasSize(1);

    clock.advance(RetryPolicy.waitAfter(1));
    turn();

    List<String> told = platform.replies(CHAT);
    assertThat(told).hasSize(25).startsWith("number 1", "number 2").endsWith("number 25");
    assertThat(told).doesNotHaveDuplicates();
  }

  @Test
  void aChatWhosePlatformNobodySpeaksToWaitsAndLosesNothing() {
    reply("hello");
    for (int i = 0; i < 20; i++) {
      turn(delivery(List.of()));
      clock.advance(Duration.ofHours(1));
    }
    assertThat(states()).containsExactly("waiting  0");

    turn();
    assertThat(platform.replies(CHAT)).containsExactly("hello");
  }

  @Test
  void anAlertIsWrittenWhenItIsSentAndDroppedIfNobodyAsksAnyMore() {
    rows.subscription(chat, "cyber");
    long feed = rows.feed("http://a.example/", false);
    alert(feed, "one", "cyber");
    turn();
    assertThat(platform.alerts(CHAT)).extracting(Message.Alert::title).containsExactly("A title");

    alert(feed, "two", "cyber");
    database.database().write().sql("delete from subscription").update();
    turn();
    assertThat(platform.alerts(CHAT)).hasSize(1);
    assertThat(states()).last().asString().startsWith("dropped");
  }

  @Test
  void r064WhatDiedEightTimesInTheMiddleOfItsSendIsDead() {
    reply("hello");
    for (int i = 0; i < 8; i++) {
      Claim claim = outbox.claimChats(Set.of(Platform.TELEGRAM), 1).getFirst();
      outbox.begin(claim, outbox.next(claim).orElseThrow());
      clock.advance(Duration.ofSeconds(60));
    }
    turn();

    assertThat(platform.received()).isEmpty();
    assertThat(states()).containsExactly("dead the process ended during each of its sends 8");
  }

  private void refuse(String poison) {
    FakeChat real = platform;
    ChatSender picky =
        new ChatSender() {
          @Override
          public Platform platform() {
            return Platform.TELEGRAM;
          }

          @Override
          public SendResult send(ChatId to, Message message) {
            return message.equals(new Message.Text(poison))
                ? new SendResult.Refused("blocked")
                : real.send(to, message);
          }
        };
    turn(delivery(List.of(picky)));
  }

  private void alert(long feed, String name, String query) {
    long article = rows.article(feed, name, "http://a.example/" + name, "a.example");
    rows.match(article, query);
    outbox.addAlerts(new ArticleId(article), new ChatKey(0), 10);
  }

  private void reply(String text) {
    outbox.addReply(chat, new Message.Text(text));
  }

  private void turn() {
    turn(delivery(List.of(platform)));
  }

  private void turn(ChatDelivery delivery) {
    for (List<Claim> due = delivery.claim(10); !due.isEmpty(); due = delivery.claim(10)) {
      due.forEach(delivery::send);
    }
  }

  private ChatDelivery delivery(List<ChatSender> senders) {
    ArticleStore articles =
        new ArticleStore(
            database.database(),
            clock,
            new ArticleSettings(Duration.ofSeconds(45)),
            database.nudges());
    return new ChatDelivery(
        outbox,
        new ChatStore(database.database(), clock),
        new AlertWriter(articles, new AlertStore(database.database())),
        senders,
        clock,
        new DeliveryMetrics(new SimpleMeterRegistry(), clock));
  }

  /// State, reason and attempts of each delivery, oldest first.
  private List<String> states() {
    return database
        .database()
        .read()
        .sql("select state, coalesce(reason, '') as reason, attempts from delivery order by id")
        .query(
            (row, _) ->
                "%s %s %d"
                    .formatted(
                        row.getString("state"), row.getString("reason"), row.getInt("attempts")))
        .list();
  }
}
