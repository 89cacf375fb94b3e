package dev.bongsu.match;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Condition;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryCompiler;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Evaluates one query on one text, without an index. Thread-safe.
public final class QueryMatcher {
  private final AnalysisChain chain;
  private final QueryCompiler compiler;

  public QueryMatcher(AnalysisChain chain, QueryCompiler compiler) {
    this.chain = chain;
    this.compiler = compiler;
  }

  /// Evaluates one query, by the same rules as the index.
  ///
  /// @return what made it match, see `Match`; empty if it does not match
  public Optional<List<Span>> match(Query query, MatchInput input) {
    return match(compile(query), input);
  }

  /// Evaluates one query, by the same rules, and finds out where in the text it holds.
  public Optional<QueryMatch> findMatch(Query query, MatchInput input) {
    ConditionEvaluator evaluator = evaluator(input);
    Condition condition = compile(query).condition();
    return evaluator
        .evaluate(condition)
        .map(
            spans ->
                new QueryMatch(spans, where(evaluator, condition), isAbout(evaluator, condition)));
  }

  private static Scope where(ConditionEvaluator evaluator, Condition condition) {
    return Stream.of(Scope.TITLE, Scope.LEAD)
        .filter(scope -> evaluator.holds(condition, scope))
        .findFirst()
        .orElse(Scope.ANYWHERE);
  }

  private static boolean isAbout(ConditionEvaluator evaluator, Condition condition) {
    return evaluator.holds(condition, Scope.ABOUT);
  }

  /// Compiles a query once, to evaluate it on many texts.
  public CompiledQuery compile(Query query) {
    return compiler.compile(query);
  }

  /// Evaluates one query, as [#match(Query, MatchInput)].
  public Optional<List<Span>> match(CompiledQuery query, MatchInput input) {
    return evaluator(input).evaluate(query.condition());
  }

  /// Whether one query matches, by the same rules.
  ///
  /// @param analysed the input's text
  public boolean matches(CompiledQuery query, MatchInput input, AnalysedText analysed) {
    return evaluator(input, analysed).holds(query.condition());
  }

  /// Which parts of a query do not hold; none if all of it does.
  public Mismatch mismatch(Query query, MatchInput input) {
    ConditionEvaluator evaluator = evaluator(input);
    Predicate<Query> holds =
        part -> part.requiresSomething() && evaluator.holds(compile(part).condition());
    return holds.test(query)
        ? new Mismatch(List.of(), List.of())
        : new MismatchFinder(holds).find(query);
  }

  private ConditionEvaluator evaluator(MatchInput input) {
    return evaluator(input, chain.analyse(input.text()));
  }

  private static ConditionEvaluator evaluator(MatchInput input, AnalysedText analysed) {
    return new ConditionEvaluator(analysed, input.titleEnd(), input.fields());
  }
}
