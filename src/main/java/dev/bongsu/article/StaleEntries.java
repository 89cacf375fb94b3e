package dev.bongsu.article;

import dev.bongsu.syndication.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds old news among the new entries of a document: when a publisher deletes an entry, one of
/// last year may move up into the document (r050). An entry that stands before known entries with
/// later dates did not move up: its date is a mistake, or its text was written long before it came
/// out (L3). Only the feed's own dates count, and only dates that can be true.
///
/// @param newest the latest date the feed had before; null if none
/// @param document all entries, in the publisher's order
/// @param added those of them that are new
record StaleEntries(@Nullable Instant newest, List<Entry> document, List<Entry> added) {
  private static final Duration STALE_AFTER = Duration.ofDays(30);

  /// More old entries at once are a backfill, wherever they stand.
  private static final int MAX_MISDATED = 3;

  Set<Entry> find() {
    Set<Entry> stale = new LinkedHashSet<>();
    added.stream().filter(entry -> isStale(entry, newest)).forEach(stale::add);
    if (stale.size() <= MAX_MISDATED) {
      stale.removeIf(entry -> isBeforeNewerKnownEntry(entry) || isNewestOfDocument(entry));
    }
    return stale;
  }

  static boolean isStale(Entry entry, @Nullable Instant newest) {
    Instant published = entry.published();
    return published != null
        && newest != null
        && published.isAfter(ArticleStore.EARLIEST_PLAUSIBLE_DATE)
        && published.isBefore(newest.minus(STALE_AFTER));
  }

  /// Dates that were wrong once make all later ones look old: what is newer than all that the feed
  /// still shows is no old news.
  private boolean isNewestOfDocument(Entry entry) {
    List<@Nullable Instant> known =
        document.stream()
            .filter(other -> !added.contains(other))
            .<@Nullable Instant>map(Entry::published)
            .toList();
    return !known.isEmpty()
        && known.stream().allMatch(date -> date != null && date.isBefore(entry.published()));
  }

  private boolean isBeforeNewerKnownEntry(Entry entry) {
    Instant published = entry.published();
    return document.stream()
        .skip(document.indexOf(entry) + 1L)
        .filter(later -> !added.contains(later))
        .anyMatch(later -> later.published() != null && later.published().isAfter(published));
  }
}
