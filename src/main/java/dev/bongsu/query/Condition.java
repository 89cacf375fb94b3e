package dev.bongsu.query;

import dev.bongsu.text.Nearness;
import dev.bongsu.text.SearchTerm;
import java.util.List;

/// A query after analysis: what has to hold for an article.
public sealed interface Condition {

  /// The term stands in the text.
  record Stands(SearchTerm term) implements Condition {}

  /// The words stand near each other.
  ///
  /// @param words for each word the terms of which any will do
  record Near(List<List<SearchTerm>> words, Nearness nearness) implements Condition {
    public Near {
      words = words.stream().map(List::copyOf).toList();
    }
  }

  /// What the part asks for stands in the title.
  record InTitle(Condition part) implements Condition {}

  /// The article is of this source, site and so on.
  ///
  /// @param value as facts are compared
  record Is(FactField field, String value) implements Condition {}

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

  /// One of two; if the first holds, the second is not asked.
  record Else(Condition first, Condition other) implements Condition {}

  record None(Condition part) implements Condition {}
}
