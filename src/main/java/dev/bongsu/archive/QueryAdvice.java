package dev.bongsu.archive;

import java.util.List;

/// Advice on other queries.
///
/// @param refinements words that narrow a query with too many matches, the best first
/// @param wordCounts the words of a query without matches, each with the matches of the word alone
/// @param similarWords words of the articles that are similar to a word that is in none
/// @param topics names of topics about the query's subject
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
  /// @param perDay the articles a day that also have the word
  public record Refinement(String word, double perDay) {}

  /// A part of a query.
  ///
  /// @param articles the articles of the last thirty days that match the part alone
  public record WordCount(String word, int articles) {}
}
