package dev.bongsu.command;

import dev.bongsu.archive.Archive;
import dev.bongsu.archive.ArchivedArticle;
import dev.bongsu.archive.Scope;
import dev.bongsu.article.Article;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.match.Subject;
import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Facts;
import dev.bongsu.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Asks the archive in a chat's name. Every article it gives was evaluated as the standing queries
/// are: what is found here would have come, and the other way round.
public final class PastArticles {
  private static final int LOOKBACK_DAYS = 7;
  private static final int NEWEST = 3;

  private final Archive archive;
  private final QueryMatcher matcher;
  private final FeedStore feeds;
  private final InstantSource clock;

  public PastArticles(Archive archive, QueryMatcher matcher, FeedStore feeds, InstantSource clock) {
    this.archive = archive;
    this.matcher = matcher;
    this.feeds = feeds;
    this.clock = clock;
  }

  /// What a subscription to the query would have brought to this chat in the last seven days.
  Lookback lookback(ChatKey chat, Query query) {
    boolean complete = archive.complete();
    Instant since = clock.instant().minus(Duration.ofDays(LOOKBACK_DAYS));
    List<FoundArticle> found = find(chat, query, since, Integer.MAX_VALUE);
    List<FoundArticle> newest = found.subList(0, Math.min(NEWEST, found.size()));
    return new Lookback(LOOKBACK_DAYS, found.size(), newest, complete);
  }

  /// A page of what the archive has for the query, newest first.
  ///
  /// @param number of the page, from 1
  /// @param size of a page
  FoundPage page(ChatKey chat, Query query, int number, int size) {
    boolean complete = archive.complete();
    int before = (number - 1) * size;
    List<FoundArticle> found = find(chat, query, Instant.EPOCH, before + size + 1);
    List<FoundArticle> page =
        found.subList(Math.min(before, found.size()), Math.min(before + size, found.size()));
    return new FoundPage(number, before, page, found.size() > before + size, complete);
  }

  private List<FoundArticle> find(ChatKey chat, Query query, Instant since, int atMost) {
    CompiledQuery compiled = matcher.compile(query);
    Scope scope = new Scope(since, feeds.secretKeptBy(chat));
    return archive.find(compiled, scope, atMost, article -> verified(compiled, article));
  }

  private Optional<FoundArticle> verified(CompiledQuery query, ArchivedArticle archived) {
    Article article = archived.article();
    Facts facts = query.asksForFacts() ? article.facts() : Facts.none();
    Subject subject = Subject.of(article.matchedText(), facts);
    return matcher.matches(query, subject, archived.analysed())
        ? Optional.of(FoundArticle.of(article, archived.happened()))
        : Optional.empty();
  }
}
