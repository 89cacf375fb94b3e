package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.analysis.LuceneView;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryId;
import dev.bongsu.testkit.NewsGenerator;
import dev.bongsu.testkit.ShippedConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.monitor.MonitorQuery;
import org.junit.jupiter.api.Test;

/// Our index and Lucene Monitor, with the same words of the same texts, find the same queries.
class MonitorDifferentialTest {
  private static final int QUERIES = 1_500;
  private static final int ARTICLES = 50;

  private final Map<Long, Query> queries = new TreeMap<>();
  private final NewsGenerator news = new NewsGenerator(2026);
  private final QueryIndex index = new QueryIndex(ShippedConfig.CHAIN, ShippedConfig.COMPILER);

  @Test
  void findsWhatLuceneMonitorFinds() {
    try (MonitorOracle monitor = new MonitorOracle(new LuceneView(ShippedConfig.dictionary()))) {
      List<MonitorQuery> theirs = new ArrayList<>();
      for (long id = 1; id <= QUERIES; id++) {
        Query query = query();
        queries.put(id, query);
        index.put(new QueryId(id), query);
        theirs.add(
            MonitorOracle.toMonitorQuery(id, ShippedConfig.COMPILER.compile(query).condition()));
      }
      monitor.register(theirs);
      long matches = compare(monitor);
      for (long id = 1; id <= QUERIES; id += 3) {
        index.remove(new QueryId(id));
        monitor.remove(id);
      }
      long left = compare(monitor);
      assertThat(left).isPositive().isLessThan(matches);
    }
  }

  /// The queries that only one of both found.
  private List<String> difference(List<Long> own, List<Long> theirs) {
    List<String> different = new ArrayList<>();
    queries.forEach(
        (id, query) -> {
          if (own.contains(id) != theirs.contains(id)) {
            different.add(query.print() + (own.contains(id) ? " only ours" : " only Monitor's"));
          }
        });
    return different;
  }

  private Query query() {
    Query query = ShippedConfig.query(news.query());
    return MonitorOracle.isSupported(ShippedConfig.COMPILER.compile(query).condition())
        ? query
        : query();
  }

  private long compare(MonitorOracle monitor) {
    return Stream.generate(news::article)
        .limit(ARTICLES)
        .mapToLong(
            article -> {
              List<Long> own =
                  index.match(MatchInput.of(article)).stream().map(m -> m.query().value()).toList();
              assertThat(difference(own, monitor.match(article))).as(article).isEmpty();
              return own.size();
            })
        .sum();
  }
}
