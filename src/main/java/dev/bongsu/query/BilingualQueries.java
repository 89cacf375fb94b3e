package dev.bongsu.query;

import dev.bongsu.analysis.AnalysisChain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Adds to the words of a query those that mean the same in another language: 랜섬웨어 becomes `랜섬웨어 OR
/// ransomware`. What is written as `=word`, and a query for one language by `lang:`, stays as it
/// is. Thread-safe.
public final class BilingualQueries {
  private final BilingualLexicon lexicon;

  public BilingualQueries(BilingualLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// A query with what was added to it.
  ///
  /// @param added words by the code of their language, in order; empty if there are none
  public record Expansion(Query query, SequencedMap<String, List<String>> added) {}

  /// Adds words of some languages.
  ///
  /// @param languages codes
  public Expansion expand(Query query, Collection<String> languages) {
    Expander expander = new Expander(List.copyOf(languages));
    boolean literal =
        query
            .selfAndDescendants()
            .anyMatch(p -> p instanceof Query.FieldValue(Field field, _) && field == Field.LANG);
    return new Expansion(literal ? query : expander.expand(query), expander.added);
  }

  /// Words of a query in a script that is not analysed, which are found as written only.
  public static List<String> unanalysedWords(Query query) {
    return query
        .selfAndDescendants()
        .filter(part -> part instanceof Query.Word || part instanceof Query.Phrase)
        .map(Query::print)
        .filter(AnalysisChain::isUnanalysed)
        .toList();
  }

  private final class Expander {
    private final List<String> languages;
    private final SequencedMap<String, List<String>> added = new LinkedHashMap<>();

    Expander(List<String> languages) {
      this.languages = languages;
    }

    Query expand(Query query) {
      return switch (query) {
        case Query.Word(String text) -> either(query, text);
        case Query.Phrase(String text) -> either(query, text);
        case Query.InTitle(Query part) -> new Query.InTitle(expand(part));
        case Query.About(Query part) -> new Query.About(expand(part));
        case Query.Not(Query part) -> new Query.Not(expand(part));
        case Query.And(List<Query> parts) -> all(parts);
        case Query.Or(List<Query> parts) ->
            joined(parts.stream().map(this::expand).toList(), Query.Or::new);
        case Query.Near _, Query.Prefix _, Query.Exact _, Query.Topic _, Query.FieldValue _ ->
            query;
      };
    }

    private static Query joined(List<Query> parts, Function<List<Query>, Query> join) {
      Query all = QueryReader.joined(parts, join);
      return all == null ? join.apply(parts) : all;
    }

    /// Longer expressions first: 공급망 공격 is a supply chain attack.
    private Query all(List<Query> parts) {
      List<Query> expanded = new ArrayList<>();
      int next = 0;
      while (next < parts.size()) {
        int length = Math.min(NeighbourRuns.MAX_LENGTH, parts.size() - next);
        while (length > 1 && !addExpression(parts.subList(next, next + length), expanded)) {
          length--;
        }
        if (length == 1) {
          expanded.add(expand(parts.get(next)));
        }
        next += length;
      }
      return joined(expanded, Query.And::new);
    }

    private boolean addExpression(List<Query> run, List<Query> expanded) {
      if (!run.stream().allMatch(Query.Word.class::isInstance)) {
        return false;
      }
      Query words = new Query.And(run);
      Query either = either(words, words.print());
      return !either.equals(words) && expanded.add(either);
    }

    private Query either(Query given, String text) {
      List<Query> ways = new ArrayList<>(List.of(given));
      for (String language : languages) {
        for (String other : lexicon.in(language, text)) {
          added.computeIfAbsent(language, _ -> new ArrayList<>()).add(other);
          ways.add(query(language, other));
        }
      }
      return joined(ways, Query.Or::new);
    }

    /// Korean words may have others between them, English ones stand together.
    private static Query query(String language, String words) {
      List<Query> parts = Stream.of(words.split(" ")).<Query>map(Query.Word::new).toList();
      if (parts.size() == 1) {
        return parts.getFirst();
      }
      return language.equals("ko") ? new Query.And(parts) : new Query.Phrase(words);
    }
  }
}
