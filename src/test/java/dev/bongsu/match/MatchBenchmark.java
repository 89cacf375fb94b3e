package dev.bongsu.match;

import dev.bongsu.query.Condition;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryId;
import dev.bongsu.testkit.NewsText;
import dev.bongsu.testkit.Shipped;
import dev.bongsu.text.LuceneView;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.apache.lucene.monitor.MonitorQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What matching costs, as processor time of one thread for one article; prints a table, and fails
/// on no time. `mvn -B -Pbench verify` runs it.
///
/// Rows of one run are measured on the same articles one after the other, the best of three rounds
/// each after a warm-up: other processes of the machine disturb a median, hardly a best.
@Tag("bench")
class MatchBenchmark {
  private static final int ARTICLES = 150;
  private static final int ROUNDS = 2;
  private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};

  /// It takes a quarter of an hour to take in a million.
  private static final int MONITOR_UP_TO = Integer.getInteger("bench.monitor", 100_000);

  private static final int CONTAINS_UP_TO = 100_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<String> articles = new ArrayList<>();
  private double floor;

  @Test
  void printsWhatMatchingCosts() {
    NewsText news = new NewsText(11);
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(news.article());
    }
    out.printf(
        "%n%s, Java %s, %d cores, heap %d MB; %d articles of %d characters on average%n%n",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        ARTICLES,
        articles.stream().mapToInt(String::length).sum() / ARTICLES);
    for (int i = 0; i < 10; i++) {
      milliseconds(article -> Shipped.CHAIN.analyse(article).hashCode());
    }
    floor = milliseconds(article -> Shipped.CHAIN.analyse(article).hashCode());
    row("analysis alone", 0, floor);
    for (int size : SIZES) {
      measure(size);
    }
  }

  private void measure(int size) {
    NewsText news = new NewsText(5);
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(news.query());
    }
    Map<String, Query> distinct = new HashMap<>();
    texts.forEach(text -> distinct.computeIfAbsent(text, Shipped::query));
    out.printf("%n%,d subscriptions, %,d different queries%n", size, distinct.size());
    own(size, texts, distinct);
    if (size <= MONITOR_UP_TO) {
      monitor("Lucene Monitor, merged", size, List.copyOf(distinct.values()));
      monitor("Lucene Monitor, not merged", size, texts.stream().map(distinct::get).toList());
    }
    if (size <= CONTAINS_UP_TO) {
      contains(size, texts);
    }
  }

  private void own(int size, List<String> texts, Map<String, Query> distinct) {
    long before = usedHeap();
    QueryIndex index = new QueryIndex(Shipped.CHAIN, Shipped.COMPILER);
    Map<String, QueryId> ids = new HashMap<>();
    long start = System.nanoTime();
    for (String text : texts) {
      QueryId id = ids.get(text);
      if (id == null) {
        id = new QueryId(ids.size() + 1);
        ids.put(text, id);
        index.put(id, Objects.requireNonNull(distinct.get(text)));
      }
    }
    double built = (System.nanoTime() - start) / 1e9;
    ids.clear();
    long heap = usedHeap() - before;
    row("own index", size, milliseconds(a -> index.match(Subject.of(a)).size()));
    int matches = articles.stream().mapToInt(a -> index.match(Subject.of(a)).size()).sum();
    out.printf("  %d different queries match an article on average%n", matches / articles.size());
    out.printf(
        "  own index: built in %.2f s; heap %.0f bytes a subscription, %.0f a different query%n",
        built, (double) heap / size, (double) heap / distinct.size());
    changes(index, List.copyOf(distinct.values()));
  }

  /// One more query, and its removal, while another thread matches.
  private void changes(QueryIndex index, List<Query> queries) {
    Thread matching =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; !Thread.interrupted(); i++) {
                    index.match(Subject.of(articles.get(i % articles.size())));
                  }
                });
    List<Double> puts = new ArrayList<>();
    List<Double> removals = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      QueryId id = new QueryId(1_000_000_000L + i);
      Query query =
          new Query.And(
              List.of(new Query.Word("사이버안보"), queries.get(random.nextInt(queries.size()))));
      puts.add(timed(() -> index.put(id, query)));
      removals.add(timed(() -> index.remove(id)));
    }
    matching.interrupt();
    out.printf("  register %s; delete %s%n", spread(puts), spread(removals));
  }

  private static double timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static String spread(List<Double> times) {
    Collections.sort(times);
    return "%.3f ms (p99 %.3f)"
        .formatted(times.get(times.size() / 2), times.get(times.size() * 99 / 100));
  }

  private void monitor(String name, int size, List<Query> queries) {
    try (MonitorOracle monitor = new MonitorOracle(new LuceneView(Shipped.dictionary()))) {
      List<MonitorQuery> batch = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < queries.size(); i++) {
        Condition condition = Shipped.COMPILER.compile(queries.get(i)).condition();
        if (MonitorOracle.isModelled(condition)) {
          batch.add(MonitorOracle.query(i, condition));
        }
        if (batch.size() == 50_000 || i + 1 == queries.size()) {
          monitor.register(batch);
          batch.clear();
        }
      }
      double built = (System.nanoTime() - start) / 1e9;
      int sample = size > 100_000 ? 20 : ARTICLES / 3;
      row(name, size, milliseconds(sample, article -> monitor.match(article).size()));
      out.printf("  %s: built in %.1f s%n", name, built);
    }
  }

  /// What a simple bot does: each subscription's words by themselves, in lower case.
  private void contains(int size, List<String> texts) {
    List<String[]> words =
        texts.stream()
            .map(text -> text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .toList();
    int sample = size > 10_000 ? 15 : ARTICLES / 3;
    row(
        "contains() for each subscription",
        size,
        milliseconds(
            sample,
            article -> {
              String lower = article.toLowerCase(java.util.Locale.ROOT);
              return (int)
                  words.stream().filter(w -> Arrays.stream(w).allMatch(lower::contains)).count();
            }));
  }

  private void row(String name, int size, double milliseconds) {
    out.printf(
        "| %-34s | %,9d | %8.3f ms | %7.2f x analysis |%n",
        name, size, milliseconds, milliseconds / floor);
  }

  private double milliseconds(ToIntFunction<String> work) {
    return milliseconds(ARTICLES, work);
  }

  /// Processor time for one article.
  private double milliseconds(int sample, ToIntFunction<String> work) {
    double best = Double.MAX_VALUE;
    int sum = 0;
    for (int round = 0; round <= ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      for (String article : articles.subList(0, sample)) {
        sum += work.applyAsInt(article);
      }
      double time = (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / sample;
      best = round == 0 ? best : Math.min(best, time);
    }
    if (sum == 42) {
      out.println("by chance");
    }
    return best;
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
