package dev.bongsu.query;

import dev.bongsu.analysis.Proximity;
import dev.bongsu.analysis.SearchTerm;
import java.util.List;
import java.util.function.UnaryOperator;

/// A query after analysis: what has to hold for an article.
public sealed interface Condition {

  /// The term stands in the text.
  record Contains(SearchTerm term) implements Condition {}

  /// The words stand near each other.
  ///
  /// @param words for each word the alternative terms
  record Near(List<List<SearchTerm>> words, Proximity proximity) implements Condition {
    public Near {
      words = words.stream().map(List::copyOf).toList();
    }
  }

  /// The part holds for the title.
  record InTitle(Condition part) implements Condition {}

  /// The terms of the part stand in the title or the lead, or often in the body; what it excludes
  /// stands nowhere.
  record About(Condition part) implements Condition {}

  /// A field of the article has this value.
  ///
  /// @param value normalized, see `ArticleFields`
  record FieldEquals(Field field, String value) implements Condition {}

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

  /// One of two; the second is evaluated only if the first does not hold.
  record OrElse(Condition first, Condition other) implements Condition {}

  record None(Condition part) implements Condition {}

  /// Whether it is a single term or field value.
  default boolean isAtom() {
    return this instanceof Contains || this instanceof FieldEquals;
  }

  /// The same condition with each part replaced; an atom itself.
  ///
  /// @param change replaces a single term by a single term
  default Condition map(UnaryOperator<Condition> change) {
    return switch (this) {
      case Contains _, FieldEquals _ -> this;
      case Near(List<List<SearchTerm>> words, Proximity nearness) ->
          new Near(
              words.stream()
                  .map(word -> word.stream().map(term -> mapTerm(term, change)).toList())
                  .toList(),
              nearness);
      case InTitle(Condition part) -> new InTitle(change.apply(part));
      case About(Condition part) -> new About(change.apply(part));
      case All(List<Condition> parts) -> new All(parts.stream().map(change).toList());
      case Any(List<Condition> parts) -> new Any(parts.stream().map(change).toList());
      case OrElse(Condition first, Condition other) ->
          new OrElse(change.apply(first), change.apply(other));
      case None(Condition part) -> new None(change.apply(part));
    };
  }

  private static SearchTerm mapTerm(SearchTerm term, UnaryOperator<Condition> change) {
    return ((Contains) change.apply(new Contains(term))).term();
  }
}
