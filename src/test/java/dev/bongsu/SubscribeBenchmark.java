package dev.bongsu;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.ArticleGenerator;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Prints how long `/subscribe` takes with its answer for seven days, from the words to the reply,
/// with 20 000 articles of thirty days kept. Half of them have some of the words asked for.
class SubscribeBenchmark {
  private static final int ARTICLES = Integer.getInteger("articles", 20_000);
  private static final int NAMES = 3_000;
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "1", "");
  private static final List<String> QUERIES =
      List.of(
          "정부",
          "정부 사이버안보",
          "사이버안보 회의",
          "사건1234",
          "ransomware hospital",
          "\"data breach\" OR 개인정보",
          "title:정부 -야구",
          "lang:ko 반도체",
          "랜섬*",
          "#cyber-diplomacy");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);

  @Test
  void answersWithWhatWouldHaveMatched() {
    try (TestDatabase database = TestDatabase.sqlite();
        TestBot bot = TestBot.start(database, clock, platform, "")) {
      fill(database);
      long start = System.nanoTime();
      bot.updateArchive();
      System.out.printf("%d articles archived in %d s%n", ARTICLES, seconds(start));
      for (String round : List.of("first", "second", "third")) {
        for (String query : QUERIES) {
          long asked = System.nanoTime();
          long cpu = cpuMillis();
          bot.say(CHAT, "/subscribe " + query, Locale.ENGLISH);
          bot.runDueWork();
          long millis = (System.nanoTime() - asked) / 1_000_000;
          System.out.printf(
              "%-6s %5d ms, %5d ms of processor time  %s: %s%n",
              round, millis, cpuMillis() - cpu, query, answer());
          bot.say(CHAT, "/unsubscribe 1", Locale.ENGLISH);
          bot.runDueWork();
          clock.advance(Duration.ofMinutes(1));
        }
      }
    }
  }

  /// What others on the machine do does not count.
  private static long cpuMillis() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1_000_000;
  }

  private static long seconds(long start) {
    return (System.nanoTime() - start) / 1_000_000_000;
  }

  private String answer() {
    return platform
        .replies(CHAT)
        .getLast()
        .lines()
        .filter(line -> line.startsWith("In the last"))
        .findFirst()
        .orElse("no answer");
  }

  /// From thirty days ago until now.
  private void fill(TestDatabase database) {
    TestRows rows = new TestRows(database, clock);
    long feed = rows.feed("http://a.example/rss", false);
    ArticleGenerator writer = new ArticleGenerator(11);
    Random random = new Random(5);
    long now = clock.millis();
    long step = Duration.ofDays(30).toMillis() / ARTICLES;
    List<Object[]> values = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      boolean korean = random.nextInt(3) > 0;
      String body = random.nextBoolean() ? writer.body(korean, 220) : names(random, 220);
      long time = now - (ARTICLES - i) * step;
      values.add(
          new Object[] {
            "article " + i,
            feed,
            "http://a.example/" + i,
            writer.title(korean),
            korean ? "ko" : "en",
            time,
            body,
            time
          });
    }
    String sql =
        """
        insert into article (identity, feed_id, link, host, title, feed_text, author, language,
          categories, seen_ms, state, body, page_deadline_ms, due_ms, text_ready_ms)
        values (?, ?, ?, 'a.example', ?, '', '', ?, '', ?, 'done', ?, 0, 0, ?)
        """;
    database.database().inTransaction(() -> database.database().batch(sql, values));
  }

  private static String names(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("사건").append(random.nextInt(NAMES)).append(i % 12 == 11 ? "이 있었다. " : "에서 ");
    }
    return text.toString();
  }
}
