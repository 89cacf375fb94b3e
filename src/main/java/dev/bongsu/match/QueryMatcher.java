package dev.bongsu.match;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryCompiler;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Asks one query of one text, without an index. For any number of threads.
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
  public Optional<List<Span>> match(Query query, MatchInput subject) {
    return match(compile(query), subject);
  }

  /// Makes a query ready, to be asked of many texts.
  public CompiledQuery compile(Query query) {
    return compiler.compile(query);
  }

  /// Evaluates one query, as [#match(Query, Subject)].
  public Optional<List<Span>> match(CompiledQuery query, MatchInput subject) {
    return evaluator(subject).evaluate(query.condition());
  }

  /// Whether one query matches, by the same rules.
  ///
  /// @param analysed the subject's text
  public boolean matches(CompiledQuery query, MatchInput subject, AnalysedText analysed) {
    return new ConditionEvaluator(analysed, subject.titleEnd(), subject.fields())
        .holds(query.condition());
  }

  /// Which parts of a query do not hold; none if all of it does.
  public Mismatch mismatch(Query query, MatchInput subject) {
    ConditionEvaluator evaluation = evaluator(subject);
    Predicate<Query> holds =
        part -> part.requiresSomething() && evaluation.holds(compile(part).condition());
    return holds.test(query)
        ? new Mismatch(List.of(), List.of())
        : new MismatchFinder(holds).find(query);
  }

  private ConditionEvaluator evaluator(MatchInput subject) {
    return new ConditionEvaluator(
        chain.analyse(subject.text()), subject.titleEnd(), subject.fields());
  }
}
