package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.pipeline.FeedNotices;
import dev.bongsu.pipeline.Pipeline;
import dev.bongsu.pipeline.PipelineScheduler;
import dev.bongsu.retention.RetentionJob;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/// One article for a hundred thousand chats, with the loops turning by themselves in real time.
@Isolated("measures its heap")
class FanOutIT {
  private static final int CHATS = 100_000;

  private final TestClock clock = new TestClock();
  private final FakeChat telegram = new FakeChat(Platform.TELEGRAM);
  private volatile boolean finished;

  @Test
  @Timeout(300)
  void oneArticleForAHundredThousandChatsKeepsNobodyWaiting() throws InterruptedException {
    try (FeedServer publisher = FeedServer.start();
        TestDatabase database = TestDatabase.sqlite();
        TestBot bot = start(publisher, database)) {
      publish(publisher);
      bot.withOwner(chat(1), "someone");
      bot.say(chat(1), "/addfeed " + publisher.address("/rss"));
      bot.say(chat(1), "/subscribe hostile");
      bot.runDueWork();
      addSubscribers(database);
      publish(publisher, "hostile news");
      clock.advance(Duration.ofMinutes(16));
      long before = usedMegabytes();

      PipelineScheduler loops =
          new PipelineScheduler(
              bot.bean(Pipeline.class),
              bot.bean(StorageMonitor.class),
              bot.bean(RetentionJob.class),
              bot.bean(FeedNotices.class));
      Thread time = Thread.ofPlatform().daemon().start(this::runClock);
      loops.start();
      long begun = System.nanoTime();
      List<Long> waits = new ArrayList<>();
      int answeredMeanwhile = 0;
      for (int i = 0; waiting(database) < CHATS - 1 || waits.size() < 10; i++) {
        waits.add(ask(bot, 200_000 + i));
        answeredMeanwhile += waiting(database) < CHATS - 1 ? 1 : 0;
        LockSupport.parkNanos(300_000_000);
      }
      long fanOut = (System.nanoTime() - begun) / 1_000_000;
      long during = usedMegabytes();
      loops.stop();
      finished = true;
      time.join();

      System.out.printf(
          "%d chats: fan-out in %d ms; %d commands meanwhile answered in %d ms at the most, %s;"
              + " heap %d MB before, %d MB after; %d alerts sent meanwhile%n",
          CHATS,
          fanOut,
          waits.size(),
          waits.stream().mapToLong(w -> w).max().orElse(0),
          waits,
          before,
          during,
          telegram.received().size() - waits.size());
      assertThat(answeredMeanwhile).isPositive();
      assertThat(during - before).isLessThan(64);
    }
  }

  private TestBot start(FeedServer publisher, TestDatabase database) {
    Map<String, String> settings =
        Map.of(
            "bongsu.http.allow", publisher.allow(),
            "bongsu.delivery.telegram-per-second", "30",
            "bongsu.delivery.telegram-chat-gap", "1s");
    return TestBot.start(database, clock, settings, context -> TestBot.register(context, telegram));
  }

  private static ChatId chat(long number) {
    return new ChatId(Platform.TELEGRAM, "", String.valueOf(number), "");
  }

  /// As many chats as there are to be, with the subscription that the first one has.
  private static void addSubscribers(TestDatabase database) {
    List<Object[]> numbers =
        LongStream.rangeClosed(2, CHATS).mapToObj(i -> new Object[] {String.valueOf(i)}).toList();
    database
        .database()
        .inTransaction(
            () -> {
              database
                  .database()
                  .batch(
                      """
                      insert into chat (platform, workspace, channel, thread, language, created_ms)
                      values ('telegram', '', ?, '', 'en', 0)
                      """,
                      numbers);
              database
                  .database()
                  .write()
                  .sql(
                      """
                      insert into subscription (chat_id, query_id, text, created_ms)
                      select c.id, s.query_id, s.text, 0 from chat c, subscription s
                      where c.channel <> '1'
                      """)
                  .update();
            });
  }

  private static long waiting(TestDatabase database) {
    return database
        .database()
        .read()
        .sql("select count(*) as n from delivery where priority = 1")
        .query((row, _) -> row.getLong("n"))
        .single();
  }

  /// A stranger asks for help.
  ///
  /// @return how many milliseconds until the answer was there
  private long ask(TestBot bot, long person) {
    long asked = System.nanoTime();
    bot.say(chat(person), "/help");
    await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(60))
        .until(() -> !telegram.replies(chat(person)).isEmpty());
    return (System.nanoTime() - asked) / 1_000_000;
  }

  /// The test's clock runs as fast as a real one.
  private void runClock() {
    long last = System.nanoTime();
    while (!finished) {
      LockSupport.parkNanos(5_000_000);
      long now = System.nanoTime();
      clock.advance(Duration.ofNanos(now - last));
      last = now;
    }
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static void publish(FeedServer publisher, String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      items.append(
          "<item><title>%s</title><link>%s</link><description>Some words.</description></item>"
              .formatted(title, publisher.address("/a" + title.hashCode())));
    }
    publisher.serve(
        "/rss",
        """
        <rss version="2.0"><channel><title>A paper</title><link>%s</link>%s
        <item><title>Old</title><link>%s</link><description>Old words.</description></item>
        </channel></rss>
        """
            .formatted(publisher.address("/"), items, publisher.address("/old")),
        "application/rss+xml");
  }
}
