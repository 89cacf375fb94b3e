package dev.bongsu.query;

import dev.bongsu.text.SearchTerm;
import java.util.List;

/// A query after analysis: what has to hold for a text.
public sealed interface Condition {

  /// The term stands in the text.
  record Stands(SearchTerm term) implements Condition {}

  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record None(Condition part) implements Condition {}
}
