package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Platform;
import dev.bongsu.feed.DueFeed;
import dev.bongsu.feed.FeedStatisticsStore;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.FetchOutcome;
import dev.bongsu.feed.Validators;
import dev.bongsu.pipeline.PollFeeds;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Prints what polling costs: feeds of thirty entries and 25 kB over the loopback in one thread,
/// and an hour of ten thousand feeds on a clock moved by hand.
class FeedPollingBenchmark {
  private static final int FEEDS = 400;
  private static final int ENTRIES = 30;
  private static final int SMALL_FEEDS = Integer.getInteger("feeds", 1000);
  private static final int SMALL_ENTRIES = 20;
  private static final String TEXT =
      "Ships wait off the coast while the harbour counts its containers. ";
  private static final int MANY = 10_000;
  private static final int FAILING_EVERY = 10;
  private static final Duration INTERVAL = Duration.ofMinutes(15);

  private final TestClock clock = new TestClock();

  @Test
  void fetchReadAndStore() {
    try (TestDatabase database = TestDatabase.sqlite();
        FeedServer server = FeedServer.start();
        TestBot bot =
            TestBot.start(database, clock, new FakeChat(Platform.TELEGRAM), server.allow())) {
      List<String> documents = IntStream.range(0, FEEDS).mapToObj(i -> document(i, 0)).toList();
      for (int i = 0; i < FEEDS; i++) {
        server.serveWithEtag("/" + i, documents.get(i), "text/xml", "\"" + i + "\"");
        keep(bot, server.address("/" + i));
      }
      measure("new", FEEDS, () -> poll(bot));
      for (int round = 0; round < 3; round++) {
        clock.advance(INTERVAL);
        measure("unchanged, 304", FEEDS, () -> poll(bot));
      }
      for (int i = 0; i < FEEDS; i++) {
        server.serve("/" + i, documents.get(i), "text/xml");
      }
      for (int round = 0; round < 3; round++) {
        clock.advance(INTERVAL);
        measure("unchanged, same bytes", FEEDS, () -> poll(bot));
      }
      for (int round = 1; round <= 3; round++) {
        for (int i = 0; i < FEEDS; i++) {
          server.serve("/" + i, document(i, round), "text/xml");
        }
        clock.advance(INTERVAL);
        measure("changed, one new entry", FEEDS, () -> poll(bot));
      }
      measure("parsing alone", FEEDS, () -> documents.forEach(FeedPollingBenchmark::parse));
      assertThat(server.requests()).hasSize(10 * FEEDS);
    }
  }

  /// The whole way: pages are fetched and read, articles matched and taken into the archive.
  @Test
  void aThousandPolls() {
    try (TestDatabase database = TestDatabase.sqlite();
        FeedServer server = FeedServer.start();
        TestBot bot =
            TestBot.start(database, clock, new FakeChat(Platform.TELEGRAM), server.allow())) {
      String host = server.address("/").toString();
      for (int i = 0; i < SMALL_FEEDS; i++) {
        keep(bot, server.address("/" + i));
      }
      for (int round = 0; round < 4; round++) {
        for (int i = 0; i < SMALL_FEEDS; i++) {
          String document = document(i, round, SMALL_ENTRIES, host);
          server.serveWithEtag("/" + i, document, "text/xml", "\"%d-%d\"".formatted(i, round));
          page(server, i, round);
        }
        clock.advance(INTERVAL);
        measure(round == 0 ? "first poll" : "one new entry", SMALL_FEEDS, () -> pollAll(bot));
        clock.advance(INTERVAL);
        measure("unchanged, 304", SMALL_FEEDS, () -> pollAll(bot));
      }
    }
  }

  private void pollAll(TestBot bot) {
    bot.runDueWork();
    clock.advance(Duration.ofSeconds(1));
    bot.runDueWork();
    bot.updateArchive();
  }

  private static void page(FeedServer server, int feed, int entry) {
    server.serve(
        "/%d/%d".formatted(feed, entry),
        "<html><body><article><h1>Story %d.%d</h1><p>%s</p></article></body></html>"
            .formatted(feed, entry, TEXT.repeat(9)),
        "text/html");
  }

  @Test
  void anHourOfTenThousandFeeds() {
    try (TestDatabase database = TestDatabase.sqlite();
        TestBot bot =
            TestBot.start(database, clock, new FakeChat(Platform.TELEGRAM), "127.0.0.1:1")) {
      for (int i = 0; i < MANY; i++) {
        keep(bot, URI.create("https://f%d.example/rss".formatted(i)));
      }
      FeedStore feeds = bot.bean(FeedStore.class);
      FeedStatisticsStore statistics = bot.bean(FeedStatisticsStore.class);
      long[] polls = {0};
      long worstMillis = 0;
      long start = System.nanoTime();
      for (int second = 0; second < 3600; second += 5) {
        for (List<DueFeed> due = feeds.claim(500); !due.isEmpty(); due = feeds.claim(500)) {
          polls[0] += due.size();
          due.forEach(feed -> feeds.finish(feed, outcome(feed)));
        }
        worstMillis = Math.max(worstMillis, statistics.counts().overdue());
        clock.advance(Duration.ofSeconds(5));
      }
      System.out.printf(
          "%d polls in an hour of the clock, %.0f s of ours; most overdue after a round: %d; heap"
              + " %d MB%n",
          polls[0], (System.nanoTime() - start) / 1e9, worstMillis, heapMegabytes());
    }
  }

  /// One in ten fails, in one way or another.
  private FetchOutcome outcome(DueFeed due) {
    long number = due.feed().id().value();
    if (number % FAILING_EVERY != 0) {
      return new FetchOutcome.NotModified(
          new Validators("\"1\"", null, "hash"), new FetchOutcome.PublisherHints(null, null, null));
    }
    return switch ((int) (number / FAILING_EVERY % 4)) {
      case 0 -> new FetchOutcome.Failed("response timeout", null, null);
      case 1 ->
          new FetchOutcome.Failed(
              "answered 429", clock.instant().plusSeconds(1200), due.feed().address());
      case 2 -> new FetchOutcome.NotAFeed("empty");
      default -> new FetchOutcome.Missing();
    };
  }

  private static long heapMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  /// Nothing but polls: pages of new articles are read by another loop.
  private static void poll(TestBot bot) {
    PollFeeds polls = bot.bean(PollFeeds.class);
    for (List<DueFeed> due = polls.queue().claim(1); !due.isEmpty(); due = polls.queue().claim(1)) {
      due.forEach(polls::handle);
    }
  }

  private static void keep(TestBot bot, URI address) {
    ChatId chat = new ChatId(Platform.TELEGRAM, "", "1", "");
    ChatKey key = bot.bean(ChatStore.class).findOrCreate(chat, Locale.ENGLISH).key();
    bot.bean(FeedStore.class).addWithoutFetching(address, "", key);
  }

  private static void parse(String document) {
    new FeedParser()
        .parse(
            document.getBytes(StandardCharsets.UTF_8),
            "text/xml",
            URI.create("https://f.example/rss"));
  }

  private static void measure(String name, int count, Runnable work) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = system.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (system.getProcessCpuTime() - processor) / 1e6 / count;
    System.out.printf(
        "%-22s %6.0f feeds/s  %6.2f ms of processor a feed%n", name, count / seconds, busy);
  }

  private static String document(int feed, int first) {
    return document(feed, first, ENTRIES, "https://f%d.example".formatted(feed));
  }

  /// @param first the number of its newest entry: one higher is one new entry
  private static String document(int feed, int first, int entries, String site) {
    Instant date = Instant.parse("2026-03-01T00:00:00Z");
    String items =
        IntStream.iterate(first, i -> i - 1)
            .limit(entries)
            .mapToObj(
                i ->
                    """
                    <item><title>Story %1$d.%2$d</title><link>%5$s/%1$d/%2$d</link>
                    <guid>%1$d-%2$d</guid><pubDate>%3$s</pubDate>
                    <description>&lt;p&gt;%4$s&lt;/p&gt;</description></item>
                    """
                        .formatted(
                            feed, i, date.plusSeconds(600L * i), TEXT.repeat(entries / 4), site))
            .collect(Collectors.joining());
    return "<rss version=\"2.0\"><channel><title>Feed %d</title>%s</channel></rss>"
        .formatted(feed, items);
  }
}
