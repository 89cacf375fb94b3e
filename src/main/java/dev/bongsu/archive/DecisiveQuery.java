package dev.bongsu.archive;

import dev.bongsu.query.ArticleFields;
import dev.bongsu.query.Condition;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/// Lucene queries for certain matches, which need not be read: only, but not all, articles that
/// match a condition.
final class DecisiveQuery {
  private static final Query NOTHING = MatchNoDocsQuery.INSTANCE;

  private DecisiveQuery() {}

  static Query of(Condition condition, SearchScope scope) {
    return CandidateQuery.inScope(condition(condition), scope);
  }

  private static Query condition(Condition condition) {
    return switch (condition) {
      case Condition.Contains(var term) ->
          term.decisiveTerm()
              .filter(clue -> clue.length() <= TermPresenceField.MAX_TERM_LENGTH)
              .map(CandidateQuery::termQuery)
              .orElse(NOTHING);
      case Condition.FieldEquals is ->
          CandidateQuery.termQuery(ArticleDocument.fieldIndexTerm(ArticleFields.key(is)));
      case Condition.Near _, Condition.InTitle _, Condition.About _ -> NOTHING;
      case Condition.OrElse(Condition first, Condition other) -> any(Stream.of(first, other));
      case Condition.Any(List<Condition> parts) -> any(parts.stream());
      case Condition.All(List<Condition> parts) -> all(parts);
      case Condition.None(Condition part) -> without(CandidateQuery.condition(part));
    };
  }

  private static Query any(Stream<Condition> parts) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(condition(part), Occur.SHOULD));
    return query.build();
  }

  private static Query all(List<Condition> parts) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(condition(part), Occur.FILTER));
    return query.build();
  }

  /// Articles without the required terms of a part.
  private static Query without(Query candidates) {
    return new BooleanQuery.Builder()
        .add(CandidateQuery.ALL, Occur.FILTER)
        .add(candidates, Occur.MUST_NOT)
        .build();
  }
}
