package dev.bongsu.archive;

import dev.bongsu.article.Article;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.match.MatchInput;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.query.ArticleFields;
import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Asks the archive in a chat's name. Every article it gives was evaluated as the standing queries
/// are: what is found here would have come, and the other way round.
public final class ArchiveSearch {
  private final Archive archive;
  private final QueryMatcher matcher;
  private final FeedStore feeds;

  public ArchiveSearch(Archive archive, QueryMatcher matcher, FeedStore feeds) {
    this.archive = archive;
    this.matcher = matcher;
    this.feeds = feeds;
  }

  /// What is made of the articles that satisfy a query, newest first.
  <T> List<T> find(
      ChatKey chat,
      Query query,
      Instant since,
      Archive.Limits limits,
      Function<ArchivedArticle, T> made) {
    CompiledQuery compiled = matcher.compile(query);
    return archive.find(
        compiled,
        new SearchScope(since, feeds.secretFeedsKeptBy(chat)),
        limits,
        article ->
            matches(compiled, article) ? Optional.of(made.apply(article)) : Optional.empty());
  }

  /// How many articles satisfy a query.
  ///
  /// @param readAtMost how many of those are read of which the index alone does not tell
  ArticleCount count(ChatKey chat, Query query, Instant since, int readAtMost) {
    CompiledQuery compiled = matcher.compile(query);
    SearchScope scope = new SearchScope(since, feeds.secretFeedsKeptBy(chat));
    return archive.count(compiled, scope, readAtMost, article -> matches(compiled, article));
  }

  private boolean matches(CompiledQuery query, ArchivedArticle archived) {
    Article article = archived.article();
    ArticleFields facts = query.usesFields() ? article.fields() : ArticleFields.none();
    MatchInput subject = MatchInput.of(article.matchedText(), facts);
    return matcher.matches(query, subject, archived.analysed());
  }
}
