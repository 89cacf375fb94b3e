package dev.bongsu.query;

import dev.bongsu.text.AnalysisChain;
import dev.bongsu.text.SearchTerm;
import java.util.ArrayList;
import java.util.List;

/// Analyses the words of a query.
final class QueryCompiler {
  private static final int MOST_JOINED = 4;

  private final AnalysisChain chain;

  QueryCompiler(AnalysisChain chain) {
    this.chain = chain;
  }

  Condition compile(Query query) {
    return switch (query) {
      case Query.Word(String text) -> anyOf(chain.terms(text));
      case Query.Phrase(String text) -> anyOf(chain.terms(text));
      case Query.And(List<Query> parts) -> new Condition.All(all(parts));
      case Query.Or(List<Query> parts) ->
          new Condition.Any(parts.stream().map(this::compile).toList());
      case Query.Not(Query part) -> new Condition.None(compile(part));
    };
  }

  private static Condition anyOf(List<SearchTerm> terms) {
    List<Condition> parts = new ArrayList<>();
    terms.forEach(term -> parts.add(new Condition.Stands(term)));
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
  }

  private List<Condition> all(List<Query> parts) {
    List<Condition> conditions = new ArrayList<>();
    parts.forEach(part -> conditions.add(compile(part)));
    for (int from = 0; from < parts.size(); from++) {
      for (int to = from + 2; to <= Math.min(from + MOST_JOINED, parts.size()); to++) {
        allowJoined(parts.subList(from, to), conditions.subList(from, to));
      }
    }
    return conditions;
  }

  /// Lets each of some neighbouring words be satisfied by the whole that they make up: who writes
  /// 한국 인터넷 진흥원 means the institution, which the analyser does not take apart.
  private void allowJoined(List<Query> parts, List<Condition> conditions) {
    List<String> words = new ArrayList<>();
    for (Query part : parts) {
      if (!(part instanceof Query.Word(String word))) {
        return;
      }
      words.add(word);
    }
    chain
        .joined(words)
        .map(Condition.Stands::new)
        .ifPresent(whole -> conditions.replaceAll(own -> or(own, whole)));
  }

  private static Condition or(Condition own, Condition whole) {
    return new Condition.Any(List.of(own, whole));
  }
}
