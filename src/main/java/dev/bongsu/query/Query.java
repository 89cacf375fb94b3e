package dev.bongsu.query;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a subscription searches for.
public sealed interface Query {

  /// What needs no quotes after a field's name or an equals sign.
  Pattern UNQUOTED = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.+_-]*[\\p{L}\\p{N}])?");

  /// A word between blanks.
  record Word(String text) implements Query {}

  /// Words in quotes, which stand together in this order.
  record Phrase(String text) implements Query {}

  /// Words near each other, in any order.
  ///
  /// @param text two words or more, one blank between
  /// @param distance the most other words between them, from 1
  record Near(String text, int distance) implements Query {}

  /// What words begin with.
  ///
  /// @param text at least two syllables or four other characters, without the star
  record Prefix(String text) implements Query {}

  /// A word, or words, exactly as written.
  record Exact(String text) implements Query {}

  /// The query of a topic.
  ///
  /// @param name of a known topic, without the sign
  record Topic(String name) implements Query {}

  /// Something that stands in the title.
  record InTitle(Query part) implements Query {}

  /// Something that the article is about: its words stand in the title or the lead, or often.
  record About(Query part) implements Query {}

  /// A property of the article.
  ///
  /// @param value as written, of `SITE` a host name and of `LANG` a code
  record FieldValue(Field field, String value) implements Query {}

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

  /// The query as text: one blank between words, `OR` with its branches in parentheses where it is
  /// part of something. Parsing the result gives an equal query.
  default String print() {
    return switch (this) {
      case Word(String text) -> SmallOperators.isOne(text) ? "(" + text + ")" : text;
      case Phrase(String text) -> quoted(text);
      case Near(String text, int distance) -> quoted(text) + "~" + distance;
      case Prefix(String text) -> text + "*";
      case Exact(String text) -> "=" + quotedIfNeeded(text);
      case Topic(String name) -> "#" + name;
      case InTitle(Query part) -> "title:" + part.printPart();
      case About(Query part) -> "about:" + part.printPart();
      case FieldValue(Field field, String value) -> field.label() + ":" + quotedIfNeeded(value);
      case And(List<Query> parts) ->
          parts.stream().map(Query::printPart).collect(Collectors.joining(" "));
      case Or(List<Query> parts) ->
          parts.stream().map(Query::printPart).collect(Collectors.joining(" OR "));
      case Not(Not part) -> "-(" + part.print() + ")";
      case Not(Query part) -> "-" + part.printPart();
    };
  }

  private static String quoted(String words) {
    return '"' + words + '"';
  }

  private static String quotedIfNeeded(String words) {
    return UNQUOTED.matcher(words).matches() ? words : quoted(words);
  }

  private String printPart() {
    return this instanceof And || this instanceof Or ? "(" + print() + ")" : print();
  }

  /// The parts of this query, in order; empty if it has none.
  default List<Query> parts() {
    return switch (this) {
      case And(List<Query> parts) -> parts;
      case Or(List<Query> parts) -> parts;
      case Not(Query part) -> List.of(part);
      case InTitle(Query part) -> List.of(part);
      case About(Query part) -> List.of(part);
      case Word _, Phrase _, Near _, Prefix _, Exact _, Topic _, FieldValue _ -> List.of();
    };
  }

  /// This query and all parts of it, and of its parts.
  default Stream<Query> selfAndDescendants() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Query::selfAndDescendants));
  }

  /// Whether an article must contain something to satisfy this. Exclusions alone and a language
  /// alone require nothing.
  default boolean requiresSomething() {
    return switch (this) {
      case Word _, Phrase _, Near _, Prefix _, Exact _, Topic _ -> true;
      case FieldValue(Field field, _) -> field != Field.LANG;
      case InTitle(Query part) -> part.requiresSomething();
      case About(Query part) -> part.requiresSomething();
      case And(List<Query> parts) -> parts.stream().anyMatch(Query::requiresSomething);
      case Or(List<Query> parts) -> parts.stream().allMatch(Query::requiresSomething);
      case Not _ -> false;
    };
  }
}
