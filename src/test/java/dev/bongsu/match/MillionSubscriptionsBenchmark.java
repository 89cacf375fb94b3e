package dev.bongsu.match;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Platform;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import dev.bongsu.testkit.NewsGenerator;
import dev.bongsu.testkit.ShippedConfig;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A million subscriptions in PostgreSQL, made as chats make them; then a bot that starts over
/// them.
class MillionSubscriptionsBenchmark {
  private static final int SUBSCRIPTIONS = Integer.getInteger("bench.subscriptions", 1_000_000);
  private static final int SUBSCRIPTIONS_PER_CHAT = 50;
  private static final int SUBSCRIPTIONS_PER_TRANSACTION = 200;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final NewsGenerator news = new NewsGenerator(5);

  @Test
  void printsStartupCostOfAMillionSubscriptions() {
    try (TestDatabase test = TestDatabase.postgresql()) {
      TestClock clock = new TestClock();
      SubscriptionStore store = new SubscriptionStore(test.database(), clock);
      createSubscriptions(test, new ChatStore(test.database(), clock), store);
      measureStartup(store);
    }
  }

  private void createSubscriptions(TestDatabase test, ChatStore chats, SubscriptionStore store) {
    long begun = System.nanoTime();
    int made = 0;
    for (int done = 0; done < SUBSCRIPTIONS; done += SUBSCRIPTIONS_PER_TRANSACTION) {
      List<ChatKey> full = new ArrayList<>();
      for (int i = done; i < done + SUBSCRIPTIONS_PER_TRANSACTION; i += SUBSCRIPTIONS_PER_CHAT) {
        ChatId id = new ChatId(Platform.TELEGRAM, "", Integer.toString(i), "");
        full.add(chats.findOrCreate(id, Locale.KOREAN).key());
      }
      made +=
          test.database()
              .inTransaction(
                  () -> full.stream().mapToInt(chat -> addSubscriptions(store, chat)).sum());
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf("%n%,d subscriptions made in %.0f s%n", made, seconds);
  }

  private int addSubscriptions(SubscriptionStore store, ChatKey chat) {
    int added = 0;
    for (int i = 0; i < SUBSCRIPTIONS_PER_CHAT; i++) {
      String text = news.query();
      added += store.add(chat, text, ShippedConfig.query(text).print()) ? 1 : 0;
    }
    return added;
  }

  private void measureStartup(SubscriptionStore store) {
    long before = HeapUsage.used();
    QueryIndex index = new QueryIndex(ShippedConfig.CHAIN, ShippedConfig.COMPILER);
    StandingQueries standing = new StandingQueries(store, index, ShippedConfig.PARSER);
    long begun = System.nanoTime();
    standing.refresh();
    double seconds = (System.nanoTime() - begun) / 1e9;
    long heap = HeapUsage.used() - before;
    out.printf(
        "index rebuilt in %.1f s: %,d queries, %,d distinct; heap %d MB, %d bytes a subscription%n",
        seconds, index.size(), index.distinct(), heap >> 20, heap / SUBSCRIPTIONS);
    List<MatchInput> articles = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      articles.add(MatchInput.of(news.article()));
    }
    for (int round = 0; round < 10; round++) {
      out.println(measureRound(standing, articles));
    }
  }

  private static String measureRound(StandingQueries standing, List<MatchInput> articles) {
    long start = CpuTime.nanos();
    for (MatchInput article : articles) {
      ShippedConfig.CHAIN.analyse(article.text());
    }
    double alone = (CpuTime.nanos() - start) / 1e6 / articles.size();
    start = CpuTime.nanos();
    long matches = 0;
    for (MatchInput article : articles) {
      matches += standing.match(article).size();
    }
    double each = (CpuTime.nanos() - start) / 1e6 / articles.size();
    return "%.2f ms an article (%.2f x the analysis alone), %d different queries match it"
        .formatted(each, each / alone, matches / articles.size());
  }
}
