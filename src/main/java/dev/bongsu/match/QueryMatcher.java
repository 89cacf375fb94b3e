package dev.bongsu.match;

import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Query;
import dev.bongsu.text.AnalysisChain;
import java.util.List;
import java.util.Optional;

/// Asks one query of one text, without an index. For any number of threads.
public final class QueryMatcher {
  private final AnalysisChain chain;

  public QueryMatcher(AnalysisChain chain) {
    this.chain = chain;
  }

  /// Evaluates one query, by the same rules as the index.
  ///
  /// @param text of an article: title, line feed, body
  /// @return what made it match, see `Match`; empty if it does not match
  public Optional<List<Span>> match(Query query, String text) {
    return match(compile(query), text);
  }

  /// Makes a query ready, to be asked of many texts.
  public CompiledQuery compile(Query query) {
    return CompiledQuery.of(query, chain);
  }

  /// Evaluates one query, as [#match(Query, String)].
  public Optional<List<Span>> match(CompiledQuery query, String text) {
    return new Evaluation(chain.analyse(text)).of(query.condition());
  }
}
