package dev.bongsu.archive;

import dev.bongsu.article.Article;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.AudienceStore;
import dev.bongsu.match.MatchInput;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.query.ArticleFields;
import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Searches the archive with a chat's permissions. Every result was matched like a subscription: it
/// would have caused an alert, and vice versa.
public final class ArchiveSearch {
  private final Archive archive;
  private final QueryMatcher matcher;
  private final AudienceStore audience;

  public ArchiveSearch(Archive archive, QueryMatcher matcher, AudienceStore audience) {
    this.archive = archive;
    this.matcher = matcher;
    this.audience = audience;
  }

  /// The results of the articles that match a query, newest first.
  <T> List<T> find(
      ChatKey chat,
      Query query,
      Instant since,
      Archive.Limits limits,
      Function<ArchivedArticle, T> made) {
    CompiledQuery compiled = matcher.compile(query);
    return archive.find(
        compiled,
        scope(chat, since),
        limits,
        article ->
            matches(compiled, article) ? Optional.of(made.apply(article)) : Optional.empty());
  }

  /// The number of articles that match a query.
  ///
  /// @param readAtMost how many articles are read that the index alone does not decide
  ArticleCount count(ChatKey chat, Query query, Instant since, int readAtMost) {
    CompiledQuery compiled = matcher.compile(query);
    return archive.count(
        compiled, scope(chat, since), readAtMost, article -> matches(compiled, article));
  }

  /// The articles that a chat may see: of the feeds for everybody and of those it keeps.
  SearchScope scope(ChatKey chat, Instant since) {
    return new SearchScope(since, audience.visibleTo(chat));
  }

  private boolean matches(CompiledQuery query, ArchivedArticle archived) {
    Article article = archived.article();
    ArticleFields facts = query.usesFields() ? article.fields() : ArticleFields.none();
    MatchInput subject = MatchInput.of(article.matchedText(), facts);
    return matcher.matches(query, subject, archived.analysed());
  }
}
