package dev.bongsu.match;

import dev.bongsu.analysis.LuceneView;
import dev.bongsu.query.Condition;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryId;
import dev.bongsu.testkit.NewsGenerator;
import dev.bongsu.testkit.ShippedConfig;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.lucene.monitor.MonitorQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What matching costs, as processor time of one thread for one article; prints a table, and fails
/// on no time. `mvn -B -Pbench verify` runs it.
///
/// `-Dbench.sizes=100000 -Dbench.rivals=false` prints the row of our index alone, in a minute.
@Tag("bench")
class MatchBenchmark {
  private static final int ARTICLES = 150;
  private static final int ROUNDS = 24;
  private static final String SIZES =
      System.getProperty("bench.sizes", "1000,10000,100000,1000000");
  private static final boolean WITH_COMPETITORS =
      Boolean.parseBoolean(System.getProperty("bench.rivals", "true"));

  /// It takes a quarter of an hour to take in a million.
  private static final int MAX_MONITOR_SIZE = Integer.getInteger("bench.monitor", 100_000);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<String> articles =
      Stream.generate(new NewsGenerator(11)::article).limit(ARTICLES).toList();

  @Test
  void printsMatchingCost() {
    out.printf(
        "%n%s, Java %s, %d cores, heap %d MB; %d articles of %d characters on average%n%n",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        ARTICLES,
        articles.stream().mapToInt(String::length).sum() / ARTICLES);
    // What the analyser loads and remembers is none of the index's heap.
    CpuTime.of(articles, 3, article -> ShippedConfig.CHAIN.analyse(article).hashCode());
    out.println("| subscriptions | | ms an article | x the analysis alone |");
    out.println("| --- | --- | --- | --- |");
    Stream.of(SIZES.split(",")).map(Integer::valueOf).forEach(this::measure);
  }

  private void measure(int size) {
    NewsGenerator news = new NewsGenerator(5);
    List<String> texts = Stream.generate(news::query).limit(size).toList();
    Map<String, Query> distinct = new HashMap<>();
    texts.forEach(text -> distinct.computeIfAbsent(text, ShippedConfig::query));
    measureOwnIndex(size, List.copyOf(distinct.values()));
    if (WITH_COMPETITORS && size <= MAX_MONITOR_SIZE) {
      measureMonitor("Lucene Monitor, equal queries merged", size, List.copyOf(distinct.values()));
      measureMonitor(
          "Lucene Monitor, not merged", size, texts.stream().map(distinct::get).toList());
    }
    if (WITH_COMPETITORS) {
      measureContains(size, texts);
    }
  }

  private void measureOwnIndex(int size, List<Query> queries) {
    long before = HeapUsage.used();
    QueryIndex index = new QueryIndex(ShippedConfig.CHAIN, ShippedConfig.COMPILER);
    long start = System.nanoTime();
    for (int i = 0; i < queries.size(); i++) {
      index.put(new QueryId(i + 1), queries.get(i));
    }
    double built = (System.nanoTime() - start) / 1e9;
    long heap = HeapUsage.used() - before;
    CpuTime.Comparison times =
        CpuTime.interleaved(
            articles,
            ROUNDS,
            article -> ShippedConfig.CHAIN.analyse(article).hashCode(),
            article -> index.match(MatchInput.of(article)).size());
    row(size, "analysis alone", times.baseline(), "1");
    row(size, "own index, analysis included", times.measured(), times.ratio());
    int matches = articles.stream().mapToInt(a -> index.match(MatchInput.of(a)).size()).sum();
    out.printf(
        "%,d: %,d different queries, %d match an article; built in %.1f s; heap %.0f bytes a"
            + " subscription, %.0f a different query%n",
        size,
        queries.size(),
        matches / articles.size(),
        built,
        (double) heap / size,
        (double) heap / queries.size());
    measureUpdates(size, index, queries);
  }

  /// One more query, and its removal, while another thread matches.
  private void measureUpdates(int size, QueryIndex index, List<Query> queries) {
    Thread matching =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; !Thread.interrupted(); i++) {
                    index.match(MatchInput.of(articles.get(i % articles.size())));
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
    out.printf(
        "%,d: while another thread matches, one registered in %s, one deleted in %s%n",
        size, CpuTime.medianAndP99(puts), CpuTime.medianAndP99(removals));
  }

  private static double timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private void measureMonitor(String name, int size, List<Query> queries) {
    try (MonitorOracle monitor = new MonitorOracle(new LuceneView(ShippedConfig.dictionary()))) {
      List<MonitorQuery> batch = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < queries.size(); i++) {
        Condition condition = ShippedConfig.COMPILER.compile(queries.get(i)).condition();
        if (MonitorOracle.isSupported(condition)) {
          batch.add(MonitorOracle.toMonitorQuery(i, condition));
        }
        if (batch.size() == 50_000 || i + 1 == queries.size()) {
          monitor.register(batch);
          batch.clear();
        }
      }
      double built = (System.nanoTime() - start) / 1e9;
      measureCompetitor(size, name, size > 10_000 ? 20 : 50, a -> monitor.match(a).size());
      out.printf("%,d: %s: built in %.1f s%n", size, name, built);
    }
  }

  /// What a simple bot does: each subscription's words by themselves, in lower case.
  private void measureContains(int size, List<String> texts) {
    List<String[]> words =
        texts.stream()
            .map(text -> text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .toList();
    measureCompetitor(
        size,
        "contains() for each subscription",
        size > 10_000 ? 5 : 50,
        article -> {
          String lower = article.toLowerCase(Locale.ROOT);
          return (int)
              words.stream().filter(w -> Arrays.stream(w).allMatch(lower::contains)).count();
        });
  }

  private void measureCompetitor(int size, String name, int sample, ToIntFunction<String> work) {
    CpuTime time = CpuTime.of(articles.subList(0, sample), 6, work);
    double alone =
        CpuTime.of(articles.subList(0, sample), 6, a -> ShippedConfig.CHAIN.analyse(a).hashCode())
            .best();
    row(size, name, time, "%.2f".formatted(time.best() / alone));
  }

  private void row(int size, String name, CpuTime time, String ratio) {
    out.printf("| %,d | %s | %.3f | %s |%n", size, name, time.best(), ratio);
  }
}
