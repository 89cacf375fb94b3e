package dev.bongsu.faults;

import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.FlakyProxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A Telegram with people who keep asking, and a paper that keeps publishing what they subscribed
/// to. Each question and each alert has a number, so that what is lost and what came twice can be
/// counted.
final class LoadGenerator implements AutoCloseable {
  /// Fewer in every build than in the long run: what waits at the end goes at the platform's pace.
  private static final int CHATS = Faults.pickCount(20, 60);

  private static final int MAX_PENDING = Faults.pickCount(60, 300);

  /// All of them stay in the feed: what a feed drops while the bot is down, no bot can know.
  private static final int MAX_NEWS = Faults.pickCount(8, 40);

  /// The wait before a message of which nobody knows whether it arrived is sent once more.
  private static final Duration SHORT_REPEAT_AFTER = Duration.ofSeconds(2);

  private static final Duration LONG_REPEAT_AFTER = Duration.ofSeconds(60);
  private static final Pattern EXPECTED_TEXT =
      Pattern.compile("/zq[0-9]+x|A festival, number [0-9]+ of many");

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FlakyProxy proxy = FlakyProxy.start(telegram.url());
  private final FeedServer paper = FeedServer.start();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final Queue<Expected> expected = new ConcurrentLinkedQueue<>();
  private final Deque<String> entries = new ArrayDeque<>();
  private final Map<Expected, Integer> arrivals = new HashMap<>();
  private int collected;
  private int questions;
  private int news;

  LoadGenerator() {
    publish();
    telegram.say(1, "/addfeed " + paper.address("/rss"));
    IntStream.rangeClosed(1, CHATS).forEach(chat -> telegram.say(chat, "/subscribe festival"));
  }

  FlakyProxy proxy() {
    return proxy;
  }

  /// What a bot needs to meet these people.
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("TELEGRAM_BOT_TOKEN", telegram.token());
    settings.put("BONGSU_TELEGRAM_API_URL", proxy.url().toString());
    settings.put("BONGSU_HTTP_ALLOW", paper.allow());
    settings.put("BONGSU_FEED_CATALOGUE", "");
    settings.put("BONGSU_FEED_INTERVAL", "1s");
    settings.put("BONGSU_FEED_MIN_INTERVAL", "1s");
    settings.put("BONGSU_ACCESS_MODE", "open");
    settings.put("BONGSU_FEED_ADDED_IN_CHATS", "everyone");
    settings.put("BONGSU_ACCESS_COMMANDS_PER_MINUTE", "100000");
    settings.put("BONGSU_DELIVERY_MAX_PER_HOUR", "100000");
    settings.put(
        "BONGSU_DELIVERY_REPEAT_AFTER",
        Faults.pickDuration(SHORT_REPEAT_AFTER, LONG_REPEAT_AFTER).toSeconds() + "s");
    return settings;
  }

  /// Whether everybody has subscribed and the feed is known, so that news will be alerts.
  boolean isSetUp() {
    return IntStream.rangeClosed(1, CHATS).noneMatch(chat -> telegram.sent(chat).isEmpty())
        && telegram.sent(1).size() == 2;
  }

  /// From now on somebody asks something five times a second, and there is news every four seconds.
  void start() {
    var _ = timer.scheduleAtFixedRate(this::sendQuestion, 0, 200, TimeUnit.MILLISECONDS);
    var _ = timer.scheduleAtFixedRate(this::publishNews, 0, 4, TimeUnit.SECONDS);
  }

  /// Nobody asks and nobody publishes any more.
  void stop() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new AssertionError("the load did not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Nobody asks while too much is unanswered: then the platform's rate would decide, and not the
  /// bot.
  private void sendQuestion() {
    if (backlog() > MAX_PENDING) {
      return;
    }
    questions++;
    long chat = 1L + questions % CHATS;
    String word = "/zq%dx".formatted(questions);
    expected.add(new Expected(chat, word));
    telegram.say(chat, word);
  }

  private void publishNews() {
    if (news < MAX_NEWS) {
      news++;
      publish();
      String title = title(news);
      IntStream.rangeClosed(1, CHATS).forEach(chat -> expected.add(new Expected(chat, title)));
    }
  }

  private static String title(int number) {
    return "A festival, number %d of many".formatted(number);
  }

  private void publish() {
    entries.addFirst(
        """
        <item><title>%s</title><link>%s</link><description>Story %d of a town.</description></item>
        """
            .formatted(title(news), paper.address("/story/" + news), news));
    String feed =
        "<rss version=\"2.0\"><channel><title>A paper</title><link>%s</link>%s</channel></rss>"
            .formatted(paper.address("/"), String.join("", entries));
    paper.serve("/rss", feed, "application/rss+xml");
  }

  /// What was asked or published and has not arrived in its chat.
  List<Expected> missing() {
    Set<Expected> known = arrivals().keySet();
    return expected.stream().filter(one -> !known.contains(one)).toList();
  }

  /// How many messages arrived more often than once.
  long repeated() {
    return arrivals().values().stream().mapToLong(times -> times - 1).sum();
  }

  private synchronized int backlog() {
    collectArrivals();
    return expected.size() - arrivals.size();
  }

  private synchronized Map<Expected, Integer> arrivals() {
    collectArrivals();
    return Map.copyOf(arrivals);
  }

  private void collectArrivals() {
    List<FakeTelegram.SentMessage> more = telegram.sentFrom(collected);
    collected += more.size();
    for (FakeTelegram.SentMessage message : more) {
      long chat = Long.parseLong(message.chat());
      EXPECTED_TEXT
          .matcher(message.text())
          .results()
          .map(found -> new Expected(chat, found.group()))
          .distinct()
          .forEach(one -> arrivals.merge(one, 1, Integer::sum));
    }
  }

  /// How many messages have arrived.
  int arrived() {
    return telegram.sentFrom(0).size();
  }

  int size() {
    return expected.size();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    paper.close();
    proxy.close();
    telegram.close();
  }

  /// A message that has to come.
  ///
  /// @param text that only this message in this chat has
  record Expected(long chat, String text) {}
}
