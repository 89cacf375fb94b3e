package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.query.Condition;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryId;
import dev.bongsu.testkit.NewsText;
import dev.bongsu.testkit.Shipped;
import dev.bongsu.text.LuceneView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.monitor.MonitorQuery;
import org.junit.jupiter.api.Test;

/// Our index and Lucene Monitor, with the same words of the same texts, find the same queries.
class MonitorDifferentialTest {
  private static final int QUERIES = 4_000;
  private static final int ARTICLES = 120;

  private final NewsText news = new NewsText(2026);
  private final QueryIndex index = new QueryIndex(Shipped.CHAIN, Shipped.COMPILER);

  @Test
  void findsWhatLuceneMonitorFinds() {
    try (MonitorOracle monitor = new MonitorOracle(new LuceneView(Shipped.dictionary()))) {
      List<MonitorQuery> queries = new ArrayList<>();
      for (long id = 1; id <= QUERIES; id++) {
        Query query = query();
        index.put(new QueryId(id), query);
        queries.add(MonitorOracle.query(id, Shipped.COMPILER.compile(query).condition()));
      }
      monitor.register(queries);
      long matches = compare(monitor);
      for (long id = 1; id <= QUERIES; id += 3) {
        index.remove(new QueryId(id));
        monitor.remove(id);
      }
      long left = compare(monitor);
      assertThat(left).isPositive().isLessThan(matches);
    }
  }

  private Query query() {
    Query query = Shipped.query(news.query());
    return modelled(Shipped.COMPILER.compile(query).condition()) ? query : query();
  }

  /// Nearness is ours alone.
  private static boolean modelled(Condition condition) {
    return switch (condition) {
      case Condition.Stands _ -> true;
      case Condition.All(var parts) -> parts.stream().allMatch(MonitorDifferentialTest::modelled);
      case Condition.Any(var parts) -> parts.stream().allMatch(MonitorDifferentialTest::modelled);
      case Condition.None(Condition part) -> modelled(part);
      case Condition.Near _, Condition.InTitle _, Condition.Is _, Condition.Else _ -> false;
    };
  }

  private long compare(MonitorOracle monitor) {
    return Stream.generate(news::article)
        .limit(ARTICLES)
        .mapToLong(
            article -> {
              List<Long> own =
                  index.match(Subject.of(article)).stream().map(m -> m.query().value()).toList();
              assertThat(own).as(article).isEqualTo(monitor.match(article));
              return own.size();
            })
        .sum();
  }
}
