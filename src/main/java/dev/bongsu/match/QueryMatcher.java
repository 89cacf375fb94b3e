package dev.bongsu.match;

import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.text.AnalysedText;
import dev.bongsu.text.AnalysisChain;
import java.util.List;
import java.util.Optional;

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
  public Optional<List<Span>> match(Query query, Subject subject) {
    return match(compile(query), subject);
  }

  /// Makes a query ready, to be asked of many texts.
  public CompiledQuery compile(Query query) {
    return compiler.compile(query);
  }

  /// Evaluates one query, as [#match(Query, Subject)].
  public Optional<List<Span>> match(CompiledQuery query, Subject subject) {
    return match(query, subject, chain.analyse(subject.text()));
  }

  /// Evaluates one query, as [#match(Query, Subject)].
  ///
  /// @param analysed the subject's text
  public Optional<List<Span>> match(CompiledQuery query, Subject subject, AnalysedText analysed) {
    return new Evaluation(analysed, subject.titleEnd(), subject.facts()).of(query.condition());
  }
}
