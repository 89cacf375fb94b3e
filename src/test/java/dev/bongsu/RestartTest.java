package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A bot on SQLite that was killed, or whose database was put back, and that is started again.
class RestartTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "12345", "");

  private final TestClock clock = new TestClock();
  private final FakeChat chat = new FakeChat(Platform.TELEGRAM);
  private final FeedServer paper = FeedServer.start();
  private final Map<String, Instant> published = new HashMap<>();

  @AfterEach
  void stop() {
    paper.close();
  }

  @Test
  void r064WhatAKilledBotHadInWorkGoesOnAtTheNextStart() {
    try (TestDatabase database = TestDatabase.sqlite()) {
      TestBot killed = bot(database);
      killed.say(CHAT, "/subscribe harbour");
      long until = clock.instant().plus(Duration.ofSeconds(57)).toEpochMilli();
      var write = database.database().write();
      write.sql("update inbox set lease_until_ms = %d, lease_token = 1".formatted(until)).update();
      killed.kill();

      try (TestBot bot = bot(database)) {
        bot.runDueWork();
        assertThat(chat.replies(CHAT)).hasSize(1);
      }
    }
  }

  @Test
  void r065WhatBreaksBetweenAnArticleAndItsAlertsLeavesNothingHalfDone() {
    try (TestDatabase database = TestDatabase.sqlite();
        TestBot bot = bot(database)) {
      publish();
      bot.say(CHAT, "/addfeed " + paper.address("/rss"));
      bot.say(CHAT, "/subscribe harbour");
      bot.runDueWork();
      var write = database.database().write();
      write
          .sql(
              "create trigger broken before insert on delivery when new.article_id is not null"
                  + " begin select raise(abort, 'pulled the plug'); end")
          .update();
      assertThatThrownBy(() -> publishAndPoll(bot, "new")).hasMessageContaining("pulled the plug");
      assertThat(count(database, "article_match")).as("undone with the alert").isZero();
      assertThat(count(database, "article where state = 'done'")).isZero();

      write.sql("drop trigger broken").update();
      clock.advance(Duration.ofMinutes(2));
      bot.runDueWork();
      assertThat(chat.alerts(CHAT).stream().map(Message.Alert::title))
          .containsExactly("Harbour new");
    }
  }

  private static long count(TestDatabase database, String from) {
    return database
        .database()
        .read()
        .sql("select count(*) from " + from)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  @Test
  void r079AfterARestoreWhatCameSinceMayComeOnceMoreAndNothingElse() throws IOException {
    restoreAndPoll(Duration.ofMinutes(1), _ -> Map.of());
    assertThat(chat.alerts(CHAT).stream().map(Message.Alert::title))
        .containsExactlyInAnyOrder(
            "Harbour before", "Harbour before", "Harbour after", "Harbour after", "Harbour since");
  }

  @Test
  void r079NothingComesTwiceIfTheOperatorSaysUntilWhenTheBotWasAtWork() throws IOException {
    restoreAndPoll(Duration.ofMinutes(1), RestartTest::toldUntil);
    assertThat(chat.alerts(CHAT).stream().map(Message.Alert::title))
        .containsExactlyInAnyOrder("Harbour before", "Harbour after", "Harbour since");
  }

  @Test
  void r079r043WhatCameInADayslongOutageIsStillOneOfMany() throws IOException {
    assertThat(restoreAndPoll(Duration.ofDays(3), RestartTest::toldUntil)).isOne();
  }

  private static Map<String, String> toldUntil(Instant end) {
    return Map.of("bongsu.restore.told-until", end.toString());
  }

  /// @param outage between the bot's end and the restore
  /// @param settings after the restore, by when the bot had stopped
  /// @return how many articles were taken for some of many
  private long restoreAndPoll(Duration outage, Function<Instant, Map<String, String>> settings)
      throws IOException {
    Path file = TestFolders.create().resolve("bongsu.db");
    Path backup = file.resolveSibling("backup.db");
    try (TestDatabase database = TestDatabase.sqlite(file);
        TestBot bot = bot(database)) {
      publish();
      bot.say(CHAT, "/addfeed " + paper.address("/rss"));
      bot.say(CHAT, "/subscribe harbour");
      bot.runDueWork();
      publishAndPoll(bot, "before");
      database.database().write().sql("vacuum into '%s'".formatted(backup)).update();
      publishAndPoll(bot, "before", "after");
    }
    Instant end = clock.instant();
    clock.advance(outage);
    for (String suffix : new String[] {"-wal", "-shm"}) {
      Files.deleteIfExists(Path.of(file + suffix));
    }
    Files.move(backup, file, StandardCopyOption.REPLACE_EXISTING);
    try (TestDatabase database = TestDatabase.sqlite(file)) {
      waitAgain(database);
    }
    try (TestDatabase database = TestDatabase.sqlite(file);
        TestBot bot = bot(database, settings.apply(end))) {
      publishAndPoll(bot, "before", "after", "since");
      publishAndPoll(bot, "before", "after", "since");
      return count(database, "article where batched");
    }
  }

  /// As if the backup had been made while the alert was on its way.
  private static void waitAgain(TestDatabase database) {
    var write = database.database().write();
    write.sql("update delivery set state = 'waiting', ended_ms = null where priority = 1").update();
    write.sql("update chat_queue set alert_due_ms = 0").update();
  }

  private void publishAndPoll(TestBot bot, String... titles) {
    publish(titles);
    clock.advance(Duration.ofMinutes(20));
    bot.runDueWork();
    for (String _ : titles) {
      clock.advance(Duration.ofSeconds(2));
      bot.runDueWork();
    }
  }

  private void publish(String... titles) {
    String items =
        Arrays.stream(titles)
            .map(title -> item(title, "Harbour " + title))
            .collect(Collectors.joining());
    paper.serve(
        "/rss",
        "<rss version=\"2.0\"><channel><title>A paper</title><link>%s</link>%s%s</channel></rss>"
            .formatted(paper.address("/"), items, item("old", "Old news")),
        "application/rss+xml");
  }

  private String item(String path, String title) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            published.computeIfAbsent(path, _ -> clock.instant()).atOffset(ZoneOffset.UTC));
    return "<item><title>%s</title><link>%s</link><pubDate>%s</pubDate><description>%s, a story.</description></item>"
        .formatted(title, paper.address("/" + path), date, title);
  }

  private TestBot bot(TestDatabase database) {
    return bot(database, Map.of());
  }

  private TestBot bot(TestDatabase database, Map<String, String> settings) {
    Map<String, String> own = new HashMap<>(settings);
    own.put("bongsu.http.allow", paper.allow());
    return TestBot.start(database, clock, own, context -> TestBot.register(context, chat));
  }
}
