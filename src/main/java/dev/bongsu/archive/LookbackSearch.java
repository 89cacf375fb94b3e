package dev.bongsu.archive;

import dev.bongsu.archive.Archive.Limits;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.query.AboutForm;
import dev.bongsu.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Searches earlier articles for a chat.
public final class LookbackSearch {
  private static final int LOOKBACK_DAYS = 7;
  private static final int MAX_NEWEST = 3;

  /// Reading an article takes a third of a millisecond, and a user waits.
  private static final int MAX_READ = 1000;

  private final Archive archive;
  private final ArchiveSearch search;
  private final QueryAdvisor advisor;
  private final InstantSource clock;

  public LookbackSearch(
      Archive archive, ArchiveSearch search, QueryAdvisor advisor, InstantSource clock) {
    this.archive = archive;
    this.search = search;
    this.advisor = advisor;
    this.clock = clock;
  }

  /// The articles that a subscription would have brought to this chat in the last seven days, with
  /// advice if they are too many or none.
  public Lookback lookback(ChatKey chat, Query query) {
    boolean complete = archive.complete();
    Instant since = clock.instant().minus(Duration.ofDays(LOOKBACK_DAYS));
    List<SearchHit> newest = find(chat, query, since, new Limits(MAX_NEWEST, MAX_READ));
    ArticleCount count = search.count(chat, query, since, MAX_READ);
    ArticleCount about = AboutForm.isPossible(query) ? countAbout(chat, query, since) : null;
    Lookback lookback =
        new Lookback(LOOKBACK_DAYS, count, about, newest, complete, QueryAdvice.none());
    return lookback.withAdvice(advisor.advise(chat, query, since, lookback));
  }

  private ArticleCount countAbout(ChatKey chat, Query query, Instant since) {
    return search.count(chat, new Query.About(query), since, MAX_READ);
  }

  /// A page of the articles that match the query, newest first.
  ///
  /// @param number of the page, from 1
  /// @param size of a page
  public SearchPage page(ChatKey chat, Query query, int number, int size) {
    boolean complete = archive.complete();
    int before = (number - 1) * size;
    List<SearchHit> found = find(chat, query, Instant.EPOCH, Limits.of(before + size + 1));
    List<SearchHit> page =
        found.subList(Math.min(before, found.size()), Math.min(before + size, found.size()));
    return new SearchPage(number, before, page, found.size() > before + size, complete);
  }

  private List<SearchHit> find(ChatKey chat, Query query, Instant since, Limits limits) {
    return search.find(chat, query, since, limits, LookbackSearch::toHit);
  }

  private static SearchHit toHit(ArchivedArticle archived) {
    return SearchHit.of(archived.article(), archived.effectiveTime());
  }
}
