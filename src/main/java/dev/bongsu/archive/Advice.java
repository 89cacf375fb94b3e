package dev.bongsu.archive;

import java.util.List;

/// What else somebody could ask for.
///
/// @param narrower words that split what is too much, the best first
/// @param words of a query that brings nothing its words, each with what it would bring alone
/// @param near words of the articles that look like one that is in none
/// @param topics names of topics about what was asked
public record Advice(
    List<Narrowing> narrower, List<WordCount> words, List<String> near, List<String> topics) {
  public Advice {
    narrower = List.copyOf(narrower);
    words = List.copyOf(words);
    near = List.copyOf(near);
    topics = List.copyOf(topics);
  }

  static Advice none() {
    return new Advice(List.of(), List.of(), List.of(), List.of());
  }

  /// One more word for a query.
  ///
  /// @param perDay how many articles a day have it, too
  public record Narrowing(String word, double perDay) {}

  /// A part of a query.
  ///
  /// @param articles of the last thirty days that satisfy it alone
  public record WordCount(String word, int articles) {}
}
