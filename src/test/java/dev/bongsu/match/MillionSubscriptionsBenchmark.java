package dev.bongsu.match;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Platform;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import dev.bongsu.testkit.NewsText;
import dev.bongsu.testkit.Shipped;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A million subscriptions in PostgreSQL, made as chats make them; then a bot that starts over
/// them.
class MillionSubscriptionsBenchmark {
  private static final int SUBSCRIPTIONS = Integer.getInteger("bench.subscriptions", 1_000_000);
  private static final int A_CHAT = 50;
  private static final int A_TRANSACTION = 200;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final NewsText news = new NewsText(5);

  @Test
  void printsWhatAStartOverAMillionSubscriptionsCosts() {
    try (TestDatabase test = TestDatabase.postgresql()) {
      TestClock clock = new TestClock();
      SubscriptionStore store = new SubscriptionStore(test.database(), clock);
      register(test, new ChatStore(test.database(), clock), store);
      start(store);
    }
  }

  private void register(TestDatabase test, ChatStore chats, SubscriptionStore store) {
    long begun = System.nanoTime();
    int made = 0;
    for (int done = 0; done < SUBSCRIPTIONS; done += A_TRANSACTION) {
      List<ChatKey> full = new ArrayList<>();
      for (int i = done; i < done + A_TRANSACTION; i += A_CHAT) {
        ChatId id = new ChatId(Platform.TELEGRAM, "", Integer.toString(i), "");
        full.add(chats.meet(id, Locale.KOREAN).key());
      }
      made +=
          test.database()
              .inTransaction(() -> full.stream().mapToInt(chat -> fill(store, chat)).sum());
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf("%n%,d subscriptions made in %.0f s%n", made, seconds);
  }

  private int fill(SubscriptionStore store, ChatKey chat) {
    int added = 0;
    for (int i = 0; i < A_CHAT; i++) {
      String text = news.query();
      added += store.add(chat, text, Shipped.query(text).print()) ? 1 : 0;
    }
    return added;
  }

  private void start(SubscriptionStore store) {
    long before = Heap.used();
    QueryIndex index = new QueryIndex(Shipped.CHAIN, Shipped.COMPILER);
    StandingQueries standing = new StandingQueries(store, index, Shipped.PARSER);
    long begun = System.nanoTime();
    standing.refresh();
    double seconds = (System.nanoTime() - begun) / 1e9;
    long heap = Heap.used() - before;
    out.printf(
        "index rebuilt in %.1f s: %,d queries, %,d distinct; heap %d MB, %d bytes a subscription%n",
        seconds, index.size(), index.distinct(), heap >> 20, heap / SUBSCRIPTIONS);
    List<Subject> articles = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      articles.add(Subject.of(news.article()));
    }
    for (int round = 0; round < 10; round++) {
      out.println(round(standing, articles));
    }
  }

  private static String round(StandingQueries standing, List<Subject> articles) {
    long start = cpu();
    for (Subject article : articles) {
      Shipped.CHAIN.analyse(article.text());
    }
    double alone = (cpu() - start) / 1e6 / articles.size();
    start = cpu();
    long matches = 0;
    for (Subject article : articles) {
      matches += standing.match(article).size();
    }
    double each = (cpu() - start) / 1e6 / articles.size();
    return "%.2f ms an article (%.2f x the analysis alone), %d different queries match it"
        .formatted(each, each / alone, matches / articles.size());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
