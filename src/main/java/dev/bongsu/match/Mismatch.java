package dev.bongsu.match;

import dev.bongsu.query.Query;
import java.util.List;

/// Why an article does not satisfy a query.
///
/// @param missing parts of the query that do not hold, in its order
/// @param unwanted excluded parts that hold, in its order
public record Mismatch(List<Query> missing, List<Query> unwanted) {
  public Mismatch {
    missing = List.copyOf(missing);
    unwanted = List.copyOf(unwanted);
  }

  /// Whether the article satisfies the query after all.
  public boolean isEmpty() {
    return missing.isEmpty() && unwanted.isEmpty();
  }
}
