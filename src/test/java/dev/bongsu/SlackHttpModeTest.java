package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.SlackTestBot;
import dev.bongsu.testkit.SlackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Slack in HTTP mode: only Slack is listened to, and it is told in time.
class SlackHttpModeTest {
  private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  private static final String SIGNATURE = "X-Slack-Signature";

  private SlackTestBot bot;
  private int commands;

  @BeforeEach
  void start() {
    bot = new SlackTestBot("bongsu.slack.signing-secret=" + SlackRequest.SIGNING_SECRET);
  }

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void aCommandIsAnsweredAndAnArticleAlertsOnce() {
    assertThat(send(command("addfeed " + bot.publish("An old one")))).isEqualTo(200);
    assertThat(send(command("subscribe ransom* ~x"))).isEqualTo(200);
    assertThat(send(command("구독 사이버안보 회의"))).isEqualTo(200);
    bot.publish("사이버안보 국제 회의 열려", "An old one");
    bot.clock().advance(Duration.ofMinutes(16));
    bot.runDueWork();

    assertThat(bot.slack().posts("C1")).hasSize(4);
    assertThat(bot.slack().posts("C1").get(1).visible()).contains("ransom* ~x");
    assertThat(bot.slack().posts("C1").getLast().blockTexts()).first().isEqualTo("사이버안보 국제 회의 열려");
  }

  @Test
  void theChallengeIsAnswered() {
    SlackRequest challenge =
        SlackRequest.json(Map.of("type", "url_verification", "challenge", "3eZbrw1aB"));
    assertThat(challenge.post(bot.eventsUrl(), bot.clock().instant()).body())
        .isEqualTo("3eZbrw1aB");
  }

  @Test
  void r034onlyFreshRequestsWithTheRightSignatureAreRead() {
    Instant now = bot.clock().instant();
    SlackRequest request = command("start");
    for (int seconds : List.of(-299, 0, 299)) {
      assertThat(request.post(bot.eventsUrl(), now.plusSeconds(seconds)).statusCode())
          .isEqualTo(200);
    }
    for (int seconds : List.of(-301, 301, 86_400)) {
      assertThat(request.post(bot.eventsUrl(), now.plusSeconds(seconds)).statusCode())
          .isEqualTo(401);
    }
    assertThat(request.forged().post(bot.eventsUrl(), now).statusCode()).isEqualTo(401);
  }

  @Test
  void r034missingAndDoubledHeadersAreRefused() {
    String now = String.valueOf(bot.clock().instant().getEpochSecond());
    SlackRequest request = command("start");
    String signature = request.sign(now);
    assertThat(request.post(bot.eventsUrl()).statusCode()).isEqualTo(401);
    assertThat(request.post(bot.eventsUrl(), TIMESTAMP, now).statusCode()).isEqualTo(401);
    assertThat(request.post(bot.eventsUrl(), SIGNATURE, signature).statusCode()).isEqualTo(401);
    assertThat(
            request
                .post(bot.eventsUrl(), TIMESTAMP, now, TIMESTAMP, now, SIGNATURE, signature)
                .statusCode())
        .isEqualTo(401);
    assertThat(
            request
                .post(bot.eventsUrl(), TIMESTAMP, now, SIGNATURE, signature, SIGNATURE, signature)
                .statusCode())
        .isEqualTo(401);
    assertThat(request.post(bot.eventsUrl(), TIMESTAMP, now, SIGNATURE, "v0=").statusCode())
        .isEqualTo(401);
    bot.runDueWork();
    assertThat(bot.slack().posts()).isEmpty();
  }

  @Test
  void r036theSameEventFourTimesAtOnceIsOne() throws InterruptedException {
    Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    List<Thread> senders =
        IntStream.range(0, 4)
            .mapToObj(_ -> Thread.ofVirtual().start(() -> answers.add(mention())))
            .toList();
    for (Thread sender : senders) {
      sender.join();
    }
    assertThat(answers).hasSize(4).containsOnly(200);
    bot.runDueWork();
    assertThat(bot.slack().posts("C1")).hasSize(1);
  }

  @Test
  void r035whatCannotBeKeptIsNotAcknowledged() {
    bot.database().database().write().sql("alter table inbox rename to lost").update();
    SlackRequest request = command("start");
    assertThat(request.post(bot.eventsUrl(), bot.clock().instant()).statusCode()).isEqualTo(503);
    bot.database().database().write().sql("alter table lost rename to inbox").update();
    assertThat(send(request)).isEqualTo(200);
    assertThat(bot.slack().posts("C1")).hasSize(1);
  }

  @Test
  void r035WhileTheDatabaseIsBlockedEachIsRefusedInTimeAndNeverHalfDone()
      throws InterruptedException {
    send(command("start"));
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Thread blocker = Thread.ofPlatform().start(() -> block(blocked, over));
    blocked.await();
    List<Integer> answers = new ArrayList<>();
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      SlackRequest request = event("Blocked" + i, mentionOf("start"));
      long begun = System.nanoTime();
      answers.add(request.post(bot.eventsUrl(), bot.clock().instant()).statusCode());
      times.add(Duration.ofNanos(System.nanoTime() - begun));
    }
    assertThat(over.getCount()).as("answered while the database was still blocked").isOne();
    over.countDown();
    blocker.join();
    bot.runDueWork();

    System.out.println("Refused while the database is blocked, each after " + times);
    assertThat(answers).containsOnly(503);
    assertThat(bot.slack().posts("C1")).as("nothing that was refused was done").hasSize(1);
    assertThat(send(event("Blocked0", mentionOf("start")))).isEqualTo(200);
    assertThat(bot.slack().posts("C1")).hasSize(2);
  }

  @Test
  void r035NothingThatIsSlowKeepsAnAcknowledgementWaiting() {
    Runnable release = bot.slack().hold("users.info");
    Runnable releasePosts = bot.slack().hold("chat.postMessage");
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      SlackRequest request = event("Many" + i, mentionOf("start"));
      long begun = System.nanoTime();
      assertThat(request.post(bot.eventsUrl(), bot.clock().instant()).statusCode()).isEqualTo(200);
      micros.add((System.nanoTime() - begun) / 1_000);
    }
    micros.sort(null);
    System.out.printf(
        "300 events while no handler runs and Slack's Web API is silent: acknowledged in %d ms at"
            + " p50, %d ms at p99, %d ms at most%n",
        micros.get(150) / 1_000, micros.get(297) / 1_000, micros.getLast() / 1_000);
    assertThat(bot.slack().posts()).as("acknowledged before any of it was done").isEmpty();
    release.run();
    releasePosts.run();
    bot.runDueWork();

    assertThat(bot.slack().posts("C1")).hasSizeBetween(1, 300);
  }

  @Test
  void r035WhatIsHeardOfChannelsIsAcknowledgedOrRefusedInTimeToo() throws InterruptedException {
    send(command("start"));
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Thread blocker = Thread.ofPlatform().start(() -> block(blocked, over));
    blocked.await();
    List<Integer> answers = new ArrayList<>();
    for (String type : List.of("channel_archive", "member_joined_channel", "app_uninstalled")) {
      Map<String, ?> event = Map.of("type", type, "user", "U1", "channel", "C1");
      answers.add(
          event("Slow " + type, event).post(bot.eventsUrl(), bot.clock().instant()).statusCode());
    }
    assertThat(over.getCount()).as("answered while the database was still blocked").isOne();
    over.countDown();
    blocker.join();

    assertThat(answers).containsOnly(503);
  }

  /// Holds the one connection that writes.
  private void block(CountDownLatch blocked, CountDownLatch over) {
    bot.blockDatabase(
        () -> {
          blocked.countDown();
          try {
            assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void whatBreaksItsReaderIsKeptAsFailedAndAcknowledged() {
    for (String hash : List.of("h1", "h2")) {
      String form =
          """
          {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1"},
           "view": {"id": "V1", "hash": "%s", "type": "modal", "callback_id": "x"}}
          """
              .formatted(hash);
      assertThat(send(SlackRequest.form(Map.of("payload", form)))).isEqualTo(200);
    }
    assertThat(send(event("Ev1", mentionOf("start")))).isEqualTo(200);

    assertThat(bot.slack().posts("C1")).as("the next one is answered").hasSize(1);
    assertThat(
            bot.database()
                .database()
                .read()
                .sql("select count(*) as failed from inbox where state = 'failed'")
                .query((row, _) -> row.getInt("failed"))
                .single())
        .isEqualTo(2);
  }

  @Test
  void signedNonsenseIsRefusedAndForeignEventsAreAcknowledged() {
    assertThat(send(SlackRequest.json(Map.of("nonsense", 1)))).isEqualTo(400);
    assertThat(send(SlackRequest.form(Map.of("payload", "{")))).isEqualTo(400);
    Map<String, ?> event = Map.of("type", "reaction_added", "user", "U1");
    assertThat(send(event("Ev1", event))).isEqualTo(200);
    String press =
        """
        {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"},
         "channel": {"id": "C1"}, "actions": [{"action_id": "open", "type": "button"}]}
        """;
    assertThat(send(SlackRequest.form(Map.of("payload", press)))).isEqualTo(200);
  }

  private int mention() {
    SlackRequest request = event("Ev1", mentionOf("start"));
    return request.post(bot.eventsUrl(), bot.clock().instant()).statusCode();
  }

  private static Map<String, ?> mentionOf(String words) {
    String text = "<@U0BOT> " + words;
    return Map.of("type", "app_mention", "user", "U1", "text", text, "channel", "C1");
  }

  private static SlackRequest event(String id, Map<String, ?> event) {
    return SlackRequest.json(
        Map.of("type", "event_callback", "event_id", id, "team_id", "T1", "event", event));
  }

  private SlackRequest command(String text) {
    commands++;
    return SlackRequest.form(
        Map.of(
            "command", "/bongsu",
            "text", text,
            "team_id", "T1",
            "channel_id", "C1",
            "user_id", "U1",
            "trigger_id", "trigger-" + commands));
  }

  private int send(SlackRequest request) {
    int status = request.post(bot.eventsUrl(), bot.clock().instant()).statusCode();
    bot.runDueWork();
    return status;
  }
}
