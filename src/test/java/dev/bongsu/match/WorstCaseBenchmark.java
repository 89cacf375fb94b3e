package dev.bongsu.match;

import dev.bongsu.query.Query;
import dev.bongsu.query.QueryId;
import dev.bongsu.testkit.NewsGenerator;
import dev.bongsu.testkit.ShippedConfig;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the hardest articles and queries cost, and what they cost others. Prints figures, and fails
/// on none.
@Tag("bench")
class WorstCaseBenchmark {
  private static final int SUBSCRIPTIONS = Integer.getInteger("bench.subscriptions", 1_000_000);
  private static final int BASE_QUERIES = 100_000;
  private static final int ROUNDS = 12;
  private static final String SHARED_WORD = "합동훈련";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<String> articles =
      Stream.generate(new NewsGenerator(11)::article).limit(60).toList();

  private static QueryIndex index(int ordinary) {
    QueryIndex index = new QueryIndex(ShippedConfig.CHAIN, ShippedConfig.COMPILER);
    NewsGenerator news = new NewsGenerator(5);
    for (int i = 1; i <= ordinary; i++) {
      index.put(new QueryId(i), ShippedConfig.query(news.query()));
    }
    return index;
  }

  private static int match(QueryIndex index, String article) {
    return index.match(MatchInput.of(article)).size();
  }

  /// Half of all have a word in common, and nothing else that an article has to have.
  @Test
  void printsCostOfASharedWord() {
    ShippedConfig.CHAIN.analyse(articles.getFirst());
    long before = HeapUsage.used();
    QueryIndex index = index(SUBSCRIPTIONS / 2);
    CpuTime without = time(index);
    for (int i = 1; i <= SUBSCRIPTIONS / 2; i++) {
      Query other = new Query.Not(new Query.Word("name" + i));
      index.put(
          new QueryId(SUBSCRIPTIONS + i),
          new Query.And(List.of(new Query.Word(SHARED_WORD), other)));
    }
    long heap = HeapUsage.used() - before;
    String shared = SHARED_WORD + "을 마쳤다\n" + articles.getFirst();
    CpuTime with = CpuTime.of(List.of(shared), ROUNDS, a -> match(index, a));
    out.printf(
        "%n%,d subscriptions, half of them share a word: heap %d MB; an article that has it matches"
            + " %,d in %.0f ms and makes %d MB of garbage%n",
        SUBSCRIPTIONS,
        heap >> 20,
        match(index, shared),
        with.best(),
        allocated(() -> match(index, shared)) >> 20);
    out.printf(
        "an article without it: %.2f ms, without these subscriptions %.2f ms; waits for %s while"
            + " another thread matches articles with it, else %s%n",
        time(index).best(),
        without.best(),
        latencyDuring(index, shared),
        latencyDuring(index, "한 낱말"));
  }

  private CpuTime time(QueryIndex index) {
    return CpuTime.of(articles, ROUNDS, a -> match(index, a));
  }

  /// How long others take from beginning to end while one thread matches an article again and
  /// again.
  private String latencyDuring(QueryIndex index, String article) {
    AtomicBoolean done = new AtomicBoolean();
    Thread busy =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    match(index, article);
                  }
                });
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      long start = System.nanoTime();
      match(index, articles.get(i % articles.size()));
      times.add((System.nanoTime() - start) / 1e6);
    }
    done.set(true);
    try {
      busy.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return CpuTime.medianAndP99(times);
  }

  @Test
  void printsCostOfALongArticle() {
    QueryIndex index = index(BASE_QUERIES);
    NewsGenerator news = new NewsGenerator(12);
    String page = Stream.generate(news::article).limit(520).collect(Collectors.joining("\n"));
    String article = page.substring(0, Math.min(page.length(), 1_000_000));
    CpuTime.Comparison times =
        CpuTime.interleaved(
            List.of(article),
            5,
            text -> ShippedConfig.CHAIN.analyse(text).hashCode(),
            text -> match(index, text));
    out.printf(
        "%nan article of %,d characters, %,d subscriptions: %.0f ms, %s x the analysis alone, %,d"
            + " different queries match; %d MB of garbage%n",
        article.length(),
        BASE_QUERIES,
        times.measured().best(),
        times.ratio(),
        match(index, article),
        allocated(() -> match(index, article)) >> 20);
  }

  /// A thousand queries of 32 prefixes each, the most that one may have.
  @Test
  void printsCostOfManyPrefixes() {
    QueryIndex index = index(BASE_QUERIES);
    CpuTime before = time(index);
    NewsGenerator news = new NewsGenerator(13);
    for (int i = 1; i <= 1_000; i++) {
      index.put(new QueryId(BASE_QUERIES + i), ShippedConfig.query(prefixes(news)));
    }
    CpuTime after = time(index);
    int matches = articles.stream().mapToInt(a -> match(index, a)).sum() / articles.size();
    out.printf(
        "%n%,d subscriptions and 1 000 of 32 prefixes each: %.3f ms an article, without these %.3f"
            + " ms; %d match it%n",
        BASE_QUERIES, after.best(), before.best(), matches);
  }

  /// Beginnings of several lengths, each of which an article might have.
  private static String prefixes(NewsGenerator news) {
    return IntStream.range(0, 32)
        .mapToObj(
            i -> {
              String word = news.name();
              int length = Math.min(word.length(), word.charAt(0) < 0x80 ? 4 + i % 3 : 2 + i % 3);
              return word.substring(0, length) + "*";
            })
        .collect(Collectors.joining(" OR "));
  }

  private static long allocated(Runnable work) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
