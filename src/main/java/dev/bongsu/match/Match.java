package dev.bongsu.match;

import dev.bongsu.query.QueryId;
import java.util.List;

/// A text satisfies a query.
///
/// @param spans what a person would underline: in order, not overlapping, never empty
public record Match(QueryId query, List<Span> spans) {
  public Match {
    spans = List.copyOf(spans);
  }
}
