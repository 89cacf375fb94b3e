package dev.bongsu.match;

import dev.bongsu.analysis.LuceneView;
import dev.bongsu.query.Condition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/// Lucene Monitor with our analysis: what our index has to agree with, and is faster than.
final class MonitorOracle implements AutoCloseable {
  private final Monitor monitor;
  private final LuceneView view;

  MonitorOracle(LuceneView view) {
    this.view = view;
    try {
      MonitorConfiguration settings = new MonitorConfiguration();
      settings.setQueryUpdateBufferSize(10_000);
      monitor =
          new Monitor(
              new KeywordAnalyzer(),
              new TermFilteredPresearcher(
                  TermFilteredPresearcher.DEFAULT_WEIGHTOR,
                  List.of(new RegexpQueryHandler()),
                  Set.of()),
              settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void register(List<MonitorQuery> queries) {
    try {
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MonitorQuery toMonitorQuery(long id, Condition condition) {
    return new MonitorQuery(Long.toString(id), toLuceneQuery(condition));
  }

  void remove(long id) {
    try {
      monitor.deleteById(Long.toString(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ids in order.
  List<Long> match(String text) {
    try {
      MatchingQueries<QueryMatch> matches =
          monitor.match(view.document(text), QueryMatch.SIMPLE_MATCHER);
      List<Long> ids = new ArrayList<>();
      matches.getMatches().forEach(match -> ids.add(Long.valueOf(match.getQueryId())));
      ids.sort(null);
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nearness, titles and facts are ours alone.
  static boolean isSupported(Condition condition) {
    return switch (condition) {
      case Condition.Contains _ -> true;
      case Condition.All(var parts) -> parts.stream().allMatch(MonitorOracle::isSupported);
      case Condition.Any(var parts) -> parts.stream().allMatch(MonitorOracle::isSupported);
      case Condition.None(Condition part) -> isSupported(part);
      case Condition.Near _,
          Condition.InTitle _,
          Condition.About _,
          Condition.FieldEquals _,
          Condition.OrElse _ ->
          false;
    };
  }

  private static Query toLuceneQuery(Condition condition) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    switch (condition) {
      case Condition.Contains(var term) -> {
        return LuceneView.query(term);
      }
      case Condition.All(var parts) -> {
        for (Condition part : parts) {
          if (part instanceof Condition.None(Condition unwanted)) {
            all.add(toLuceneQuery(unwanted), Occur.MUST_NOT);
          } else {
            all.add(toLuceneQuery(part), Occur.MUST);
          }
        }
      }
      case Condition.Any(var parts) -> parts.forEach(p -> all.add(toLuceneQuery(p), Occur.SHOULD));
      case Condition.None(Condition part) -> {
        all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        all.add(toLuceneQuery(part), Occur.MUST_NOT);
      }
      case Condition.Near _,
          Condition.InTitle _,
          Condition.About _,
          Condition.FieldEquals _,
          Condition.OrElse _ ->
          throw new IllegalArgumentException("not modelled: " + condition);
    }
    return all.build();
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
