package dev.bongsu.archive;

import java.util.List;

/// What else somebody could ask for.
///
/// @param refinements words that split what is too much, the best first
/// @param wordCounts of a query that brings nothing its words, each with what it would bring alone
/// @param similarWords words of the articles that look like one that is in none
/// @param topics names of topics about what was asked
public record QueryAdvice(
    List<Refinement> refinements,
    List<WordCount> wordCounts,
    List<String> similarWords,
    List<String> topics) {
  public QueryAdvice {
    refinements = List.copyOf(refinements);
    wordCounts = List.copyOf(wordCounts);
    similarWords = List.copyOf(similarWords);
    topics = List.copyOf(topics);
  }

  static QueryAdvice none() {
    return new QueryAdvice(List.of(), List.of(), List.of(), List.of());
  }

  /// One more word for a query.
  ///
  /// @param perDay how many articles a day have it, too
  public record Refinement(String word, double perDay) {}

  /// A part of a query.
  ///
  /// @param articles of the last thirty days that satisfy it alone
  public record WordCount(String word, int articles) {}
}
