package dev.bongsu.query;

import java.util.List;
import java.util.stream.Collectors;

/// What somebody wants to hear about.
public sealed interface Query {

  /// A word between blanks.
  record Word(String text) implements Query {}

  /// Words in quotes, which stand together in this order.
  record Phrase(String text) implements Query {}

  /// All of these.
  ///
  /// @param parts two or more
  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// At least one of these.
  ///
  /// @param parts two or more
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /// Not this.
  record Not(Query part) implements Query {}

  /// The query as one would write it: one blank between words, `OR` with its branches in
  /// parentheses where it is part of something. Parsing what this gives, gives an equal query.
  default String print() {
    return switch (this) {
      case Word(String text) -> text;
      case Phrase(String text) -> '"' + text + '"';
      case And(List<Query> parts) ->
          parts.stream().map(Query::printPart).collect(Collectors.joining(" "));
      case Or(List<Query> parts) ->
          parts.stream().map(Query::printPart).collect(Collectors.joining(" OR "));
      case Not(Not part) -> "-(" + part.print() + ")";
      case Not(Query part) -> "-" + part.printPart();
    };
  }

  private String printPart() {
    return switch (this) {
      case Word _, Phrase _, Not _ -> print();
      case And _, Or _ -> "(" + print() + ")";
    };
  }

  /// Whether a text has to contain something to satisfy this; nothing but exclusions does not.
  default boolean requiresSomething() {
    return switch (this) {
      case Word _, Phrase _ -> true;
      case And(List<Query> parts) -> parts.stream().anyMatch(Query::requiresSomething);
      case Or(List<Query> parts) -> parts.stream().allMatch(Query::requiresSomething);
      case Not _ -> false;
    };
  }
}
