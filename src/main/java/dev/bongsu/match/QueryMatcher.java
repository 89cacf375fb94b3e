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
    CompiledQuery compiled = CompiledQuery.of(query, chain);
    return new Evaluation(chain.analyse(text)).of(compiled.condition());
  }
}
