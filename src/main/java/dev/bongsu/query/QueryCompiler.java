package dev.bongsu.query;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.BoundedCache;
import dev.bongsu.analysis.Proximity;
import dev.bongsu.analysis.SearchTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Analyses the words of queries. Thread-safe.
public final class QueryCompiler {
  /// The parts of a compound may have a few words between them: 금리를 0.25%포인트 더 인하.
  private static final Proximity COMPOUND_PROXIMITY = new Proximity(5);

  private final AnalysisChain chain;
  private final Topics topics;

  /// Many queries share their words: one condition is made once and shared.
  private final BoundedCache<Condition> words = new BoundedCache<>(30_000);

  private final BoundedCache<Optional<SearchTerm>> joinedWords = new BoundedCache<>(5_000);

  public QueryCompiler(AnalysisChain chain, Topics topics) {
    this.chain = chain;
    this.topics = topics;
  }

  /// Compiles a query.
  ///
  /// @throws IllegalArgumentException if the query requires nothing or names an unknown topic; the
  ///   parser accepts neither
  public CompiledQuery compile(Query query) {
    if (!query.requiresSomething()) {
      throw new IllegalArgumentException("requires nothing: " + query.print());
    }
    return CompiledQuery.of(condition(CapsLock.isOn(query) ? CapsLock.off(query) : query));
  }

  private Condition condition(Query query) {
    return switch (query) {
      case Query.Word(String text) -> words.computeIfAbsent(text, word -> anyOf(chain.terms(word)));
      case Query.Phrase(String text) -> anyOf(chain.terms(text));
      case Query.Near(String text, int distance) -> near(text, distance);
      case Query.Prefix(String text) -> new Condition.Contains(chain.prefixTerm(text));
      case Query.Exact(String text) -> new Condition.Contains(chain.exactTerm(text));
      case Query.Topic(String name) -> condition(topic(name).query());
      case Query.InTitle(Query part) -> new Condition.InTitle(condition(part));
      case Query.About(Query part) -> new Condition.About(condition(part));
      case Query.FieldValue(Field field, String value) ->
          new Condition.FieldEquals(field, ArticleFields.normalize(field, value));
      case Query.And(List<Query> parts) -> all(parts);
      case Query.Or(List<Query> parts) ->
          new Condition.Any(parts.stream().map(this::condition).toList());
      case Query.Not(Query part) -> new Condition.None(condition(part));
    };
  }

  private Topic topic(String name) {
    return topics
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("unknown topic " + name));
  }

  private static Condition anyOf(List<SearchTerm> terms) {
    return any(terms.stream().<Condition>map(Condition.Contains::new).toList());
  }

  private static Condition any(List<Condition> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
  }

  private Condition near(String text, int distance) {
    List<List<SearchTerm>> words =
        Stream.of(text.split(" "))
            .filter(QueryWord::hasLetterOrDigit)
            .map(chain::terms)
            .distinct()
            .toList();
    return words.size() == 1
        ? anyOf(words.getFirst())
        : new Condition.Near(words, new Proximity(distance));
  }

  private Condition all(List<Query> parts) {
    List<Condition> conditions = new ArrayList<>();
    int next = 0;
    while (next < parts.size()) {
      int run = expressionAt(parts, next, conditions);
      if (run == 0) {
        conditions.add(condition(parts.get(next), parts, next));
      }
      next += Math.max(1, run);
    }
    return conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions);
  }

  /// Adds the condition of the longest expression that begins here.
  ///
  /// @return the number of its words; 0 if there is none
  private int expressionAt(List<Query> parts, int from, List<Condition> conditions) {
    for (int to = Math.min(from + NeighbourRuns.MAX_LENGTH, parts.size()); to > from + 1; to--) {
      Optional<Condition> expression = words(parts.subList(from, to)).flatMap(this::expression);
      if (expression.isPresent()) {
        conditions.add(expression.get());
        return to - from;
      }
    }
    return 0;
  }

  private Optional<Condition> expression(List<String> words) {
    String phrase = String.join(" ", words);
    return switch (chain.compoundKind(words)) {
      case EXPRESSION -> Optional.of(anyOf(chain.terms(phrase)));
      case COMPOUND -> Optional.of(compound(words, phrase));
      case NONE -> Optional.empty();
    };
  }

  private Condition compound(List<String> words, String phrase) {
    List<Condition> ways = new ArrayList<>();
    chain.terms(phrase).forEach(term -> ways.add(new Condition.Contains(term)));
    chain.terms(phrase.replace(" ", "")).forEach(term -> ways.add(new Condition.Contains(term)));
    Condition near =
        new Condition.Near(words.stream().map(chain::terms).toList(), COMPOUND_PROXIMITY);
    return new Condition.OrElse(any(ways.stream().distinct().toList()), near);
  }

  /// A part, or one word that it forms with its neighbours: 한국 인터넷 진흥원 names an institution, which
  /// the analyser keeps as one word.
  private Condition condition(Query part, List<Query> parts, int at) {
    List<Condition> ways = new ArrayList<>(List.of(condition(part)));
    NeighbourRuns.containing(parts, at)
        .flatMap(run -> words(run).flatMap(this::joinedWord).stream())
        .forEach(whole -> ways.add(new Condition.Contains(whole)));
    return any(ways);
  }

  /// The one word that several form together; only Korean ones do.
  private Optional<SearchTerm> joinedWord(List<String> parts) {
    return parts.stream().allMatch(QueryCompiler::isLatin)
        ? Optional.empty()
        : joinedWords.computeIfAbsent(String.join(" ", parts), _ -> chain.joinedTerm(parts));
  }

  private static boolean isLatin(String word) {
    return word.chars().allMatch(c -> c < 0x250);
  }

  /// The words of the parts; empty unless all parts are plain words.
  private static Optional<List<String>> words(List<Query> parts) {
    List<String> words = new ArrayList<>();
    for (Query part : parts) {
      if (!(part instanceof Query.Word(String word))) {
        return Optional.empty();
      }
      words.add(word);
    }
    return Optional.of(words);
  }
}
