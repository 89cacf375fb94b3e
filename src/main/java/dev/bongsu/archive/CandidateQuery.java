package dev.bongsu.archive;

import dev.bongsu.analysis.SearchTerm;
import dev.bongsu.feed.FeedId;
import dev.bongsu.query.ArticleFields;
import dev.bongsu.query.Condition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Lucene queries for candidates: every article that matches a condition, and some more.
final class CandidateQuery {
  static final Query ALL = MatchAllDocsQuery.INSTANCE;

  private CandidateQuery() {}

  static Query of(Condition condition, SearchScope scope) {
    return inScope(condition(condition), scope);
  }

  /// Every article.
  static Query all(SearchScope scope) {
    return inScope(ALL, scope);
  }

  /// The candidates within a scope.
  static Query inScope(Query wanted, SearchScope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(wanted, Occur.FILTER);
    long since = scope.since().toEpochMilli();
    query.add(
        LongPoint.newRangeQuery(ArticleDocument.EFFECTIVE_TIME, since, Long.MAX_VALUE),
        Occur.FILTER);
    query.add(visible(scope), Occur.FILTER);
    return query.build();
  }

  private static Query visible(SearchScope scope) {
    BooleanQuery.Builder visible = new BooleanQuery.Builder();
    scope.feeds().entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
        .forEach((from, feeds) -> visible.add(seenFrom(from, feeds), Occur.SHOULD));
    return visible.build();
  }

  private static Query seenFrom(Instant from, List<FeedId> feeds) {
    List<BytesRef> terms =
        feeds.stream().map(feed -> new BytesRef(Long.toString(feed.value()))).toList();
    Query all = new TermInSetQuery(ArticleDocument.FEED, terms);
    return from.equals(Instant.EPOCH)
        ? all
        : new BooleanQuery.Builder()
            .add(all, Occur.FILTER)
            .add(
                LongPoint.newRangeQuery(ArticleDocument.SEEN, from.toEpochMilli(), Long.MAX_VALUE),
                Occur.FILTER)
            .build();
  }

  /// Every article that matches a condition, and some more.
  static Query condition(Condition condition) {
    return switch (condition) {
      case Condition.Contains(SearchTerm term) -> anyOf(List.of(term));
      case Condition.Near(List<List<SearchTerm>> words, _) ->
          all(words.stream().map(CandidateQuery::anyOf));
      case Condition.InTitle(Condition part) -> condition(part);
      case Condition.About(Condition part) -> condition(part);
      case Condition.FieldEquals is ->
          termQuery(ArticleDocument.fieldIndexTerm(ArticleFields.key(is)));
      case Condition.OrElse(Condition first, Condition other) ->
          any(Stream.of(condition(first), condition(other)));
      case Condition.All(List<Condition> parts) ->
          all(parts.stream().map(CandidateQuery::condition));
      case Condition.Any(List<Condition> parts) ->
          any(parts.stream().map(CandidateQuery::condition));
      // Its clues may stand where it does not: nothing can be left out.
      case Condition.None _ -> ALL;
    };
  }

  private static Query anyOf(List<SearchTerm> terms) {
    return any(
        terms.stream().flatMap(term -> term.indexTerms().stream()).map(CandidateQuery::allTerms));
  }

  private static Query allTerms(Set<String> clues) {
    return all(
        clues.stream()
            .filter(clue -> clue.length() <= TermPresenceField.MAX_TERM_LENGTH)
            .map(CandidateQuery::termQuery));
  }

  static Query termQuery(String clue) {
    return new TermQuery(new Term(ArticleDocument.INDEX_TERM, clue));
  }

  private static Query all(Stream<? extends Query> parts) {
    return combined(parts.filter(part -> !part.equals(ALL)).toList(), Occur.FILTER);
  }

  private static Query any(Stream<? extends Query> parts) {
    List<? extends Query> ways = parts.toList();
    return ways.contains(ALL) ? ALL : combined(ways, Occur.SHOULD);
  }

  private static Query combined(Collection<? extends Query> parts, Occur occur) {
    if (parts.isEmpty()) {
      return ALL;
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(part, occur));
    return query.build();
  }
}
