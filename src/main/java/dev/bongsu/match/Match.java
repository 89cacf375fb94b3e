package dev.bongsu.match;

import dev.bongsu.query.QueryId;
import java.util.List;
import java.util.function.Supplier;

/// A text satisfies a query. For one thread.
public final class Match {
  private final long query;
  private final Supplier<List<Span>> spans;

  /// @param spans computed at each call: often only the query is of interest
  Match(long query, Supplier<List<Span>> spans) {
    this.query = query;
    this.spans = spans;
  }

  /// @param indexed loaded only when the spans are computed
  Match(long query, PostingList<IndexedQuery> indexed, ConditionEvaluator evaluator) {
    this(query, () -> evaluator.spans(((IndexedQuery) indexed).condition));
  }

  public Match(QueryId query, List<Span> spans) {
    this(query.value(), () -> spans);
  }

  public QueryId query() {
    return new QueryId(query);
  }

  long id() {
    return query;
  }

  /// What a person would underline: in order, not overlapping, at most 1 000. Searches the text at
  /// each call.
  public List<Span> spans() {
    return spans.get();
  }
}
