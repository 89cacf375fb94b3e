package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Feeds that come back, turn up old news, or lie about the time.
class FeedRecoveryFlowTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "12345", "");

  private final TestClock clock = new TestClock();
  private final FakeChat chat = new FakeChat(Platform.TELEGRAM);
  private final TestDatabase database = TestDatabase.sqlite();
  private final FeedServer server = FeedServer.start();
  private final TestBot bot = TestBot.start(database, clock, chat, server.allow());

  @BeforeEach
  void readOnce() {
    publish(item("old", clock.instant().minus(Duration.ofDays(1)).toString()));
    bot.say(CHAT, "/subscribe harbour");
    bot.say(CHAT, "/addfeed " + server.address("/rss"));
    bot.runDueWork();
  }

  @AfterEach
  void close() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void r043TwoHundredEntriesAfterAnOutageAreAStormAndNoneIsLost() {
    server.answer("/rss", 502, new byte[0]);
    for (int day = 0; day < 30; day++) {
      turn(Duration.ofDays(1));
    }
    assertThat(chat.replies(CHAT).getLast()).contains("three days");
    publish(
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> item("n" + i, clock.instant().minus(Duration.ofHours(i)).toString()))
            .collect(Collectors.joining()));

    for (int hour = 0; hour < 30; hour++) {
      turn(Duration.ofHours(1));
    }

    assertThat(chat.alerts(CHAT)).hasSize(10);
    assertThat(digested()).isEqualTo(190);

    publish(
        IntStream.rangeClosed(201, 215)
            .mapToObj(i -> item("n" + i, clock.instant().toString()))
            .collect(Collectors.joining()));
    turn(Duration.ofHours(1));
    assertThat(chat.alerts(CHAT)).as("as every day again").hasSize(25);
  }

  @Test
  void r050WhatMovesUpFromLastYearIsToldToNobody() {
    publish(item("new", clock.instant().toString()) + item("ancient", "2025-01-02T03:04:05Z"));

    turn(Duration.ofMinutes(15));

    assertThat(chat.alerts(CHAT)).extracting(Message.Alert::title).containsExactly("Harbour new");
    turn(Duration.ofMinutes(15));
    assertThat(bot.counter("bongsu.articles.old")).isEqualTo(1);
  }

  @Test
  void r053ADateInTheFutureAlertsOnceAndHoldsNothingBack() {
    publish(item("future", "3000-01-01T00:00:00Z"));
    turn(Duration.ofMinutes(15));
    turn(Duration.ofMinutes(15));
    publish(item("future", "3000-01-01T00:00:00Z") + item("next", clock.instant().toString()));
    turn(Duration.ofMinutes(15));

    assertThat(chat.alerts(CHAT))
        .extracting(Message.Alert::title)
        .containsExactly("Harbour future", "Harbour next");
    assertThat(chat.alerts(CHAT).getFirst().published())
        .isEqualTo(Instant.parse("2026-03-02T00:15:00Z"));
  }

  @Test
  void r089AFeedThatManyChatsKeepIsAskedOnce() {
    for (int i = 0; i < 8; i++) {
      ChatId other = new ChatId(Platform.TELEGRAM, "", "9" + i, "");
      bot.say(other, "/subscribe harbour");
      bot.say(other, "/addfeed " + server.address("/rss"));
      turn(Duration.ofSeconds(30));
    }
    int before = server.requests("/rss").size();
    publish(item("new", clock.instant().toString()));

    turn(Duration.ofMinutes(15));

    assertThat(server.requests("/rss")).hasSize(before + 1);
    assertThat(chat.received().stream().filter(r -> r.message() instanceof Message.Alert))
        .hasSize(9);
  }

  private int digested() {
    return chat.received().stream()
        .filter(received -> received.chat().equals(CHAT))
        .mapToInt(
            received ->
                received.message() instanceof Message.Digest digest ? digest.items().size() : 0)
        .sum();
  }

  private void turn(Duration step) {
    clock.advance(step);
    bot.runDueWork();
  }

  private static String item(String name, String date) {
    return "<item><title>Harbour %s</title><guid>%s</guid><pubDate>%s</pubDate></item>"
        .formatted(name, name, date);
  }

  private void publish(String items) {
    String start = "<rss version='2.0'><channel><title>T</title>";
    server.serve("/rss", start + items + "</channel></rss>", "text/xml");
  }
}
