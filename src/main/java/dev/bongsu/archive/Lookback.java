package dev.bongsu.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The articles that a query would have brought in the last days.
///
/// @param days the number of days searched
/// @param count the number of matching articles
/// @param about those of them that are about the query; null if that is not known, or the query
///   says itself what must be about what
/// @param newest the newest of them, at most three
/// @param complete false while the archive is being built: articles may be missing
/// @param advice on other queries
public record Lookback(
    int days,
    ArticleCount count,
    @Nullable ArticleCount about,
    List<SearchHit> newest,
    boolean complete,
    QueryAdvice advice) {
  private static final double MAX_PER_DAY = 20;
  private static final int MIN_TO_REFINE = 5;

  public Lookback {
    newest = List.copyOf(newest);
  }

  /// The same result with advice.
  Lookback withAdvice(QueryAdvice other) {
    return new Lookback(days, count, about, newest, complete, other);
  }

  public int matches() {
    return count.articles();
  }

  /// Enough articles to compare words.
  boolean isEnoughToRefine() {
    return matches() >= MIN_TO_REFINE;
  }

  /// How many of the articles only mention it; 0 if that is not known.
  public int mentions() {
    return about == null || !about.exact() || !count.exact() ? 0 : matches() - about.articles();
  }

  public double perDay() {
    return (double) matches() / days;
  }

  /// More articles than most people want to read.
  public boolean isTooMany() {
    return perDay() > MAX_PER_DAY;
  }
}
