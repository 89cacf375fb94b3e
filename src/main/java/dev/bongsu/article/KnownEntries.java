package dev.bongsu.article;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides which entries of a document the feed has shown before, by evidence: `docs/identity.md`
/// says what proves what, and why.
final class KnownEntries {
  /// A repost of a story under another address has a date of the same day; a report that comes each
  /// day with the same words is about a day later, a little more or less.
  private static final Duration REPOST = Duration.ofHours(22);

  /// A guid that changes with a text at an unchanged link and title is a new entry if its date
  /// changes as well: a watched page.
  private static final Duration REVISION = Duration.ofHours(1);

  /// So many known titles with new guids, and half of a document, are a feed that changed all its
  /// guids.
  private static final int MIN_REKEYED = 3;

  /// What follows the host in a [CanonicalLink#key(URI)], but for a slash alone.
  private static final Pattern PATH = Pattern.compile("[?#]|/.");

  private final EntryKeys document;
  private final Map<String, @Nullable Instant> seen;
  private final @Nullable URI home;
  private final Function<KeyedEntry, List<EntryText>> earlier;

  /// For each title at a link, how many of its known entries no entry of the document was taken for
  /// yet.
  private final Map<String, Integer> unclaimed = new HashMap<>();

  /// @param seen the keys that the feed has shown before, each with the date stored with it
  /// @param home the feed's site; null if unknown
  /// @param earlier the earlier entries at the page of an entry, as they were stored
  KnownEntries(
      EntryKeys document,
      Map<String, @Nullable Instant> seen,
      @Nullable URI home,
      Function<KeyedEntry, List<EntryText>> earlier) {
    this.document = document;
    this.seen = seen;
    this.home = home;
    this.earlier = earlier;
  }

  /// Which of the entries are new, in the order given; one that is listed twice is there once.
  ///
  /// @param entries of the document, the oldest first
  List<KeyedEntry> newAmong(List<KeyedEntry> entries) {
    Map<String, KeyedEntry> different = new HashMap<>();
    Set<String> order = new LinkedHashSet<>();
    for (KeyedEntry entry : entries) {
      different.putIfAbsent(entry.content(), entry);
      order.add(entry.content());
    }
    List<KeyedEntry> unproven =
        order.stream().map(different::get).filter(entry -> !isProven(entry)).toList();
    long renamed = unproven.stream().filter(this::isRenamed).count();
    boolean rekeyed = renamed >= MIN_REKEYED && 2 * renamed >= order.size();
    Set<String> taken = new LinkedHashSet<>();
    return unproven.stream()
        .filter(entry -> !isEdited(entry, entries, rekeyed) && isFirst(entry, taken))
        .toList();
  }

  /// Two entries of one document that differ only in their text, or have one guid at one link, are
  /// one: the first counts.
  private boolean isFirst(KeyedEntry entry, Set<String> taken) {
    String guid = entry.guid();
    String link = entry.link();
    return guid == null || link == null || taken.add(entry.title() + guid);
  }

  /// Whether a key proves that the entry is known.
  private boolean isProven(KeyedEntry entry) {
    boolean proven =
        seen.containsKey(entry.content())
            || isSeen(entry.guid())
            || isSeen(entry.body())
            || isSeenAtPermanentLink(entry)
            || isSeenElsewhere(entry);
    if (proven) {
      claim(entry.title());
    }
    return proven;
  }

  private boolean isSeen(@Nullable String key) {
    return key != null && document.isUnique(key) && seen.containsKey(key);
  }

  /// A link proves an entry only if the publisher has no other name for it.
  private boolean isSeenAtPermanentLink(KeyedEntry entry) {
    String page = entry.page();
    return page != null
        && isSeen(entry.link())
        && (entry.entry().id() == null || entry.isPermalink())
        && !isHome(page);
  }

  private boolean isHome(String page) {
    return !PATH.matcher(page).find() || (home != null && page.equals(CanonicalLink.key(home)));
  }

  /// Title and text under another guid and link: an old entry under new keys, unless its own date
  /// is a new one.
  private boolean isSeenElsewhere(KeyedEntry entry) {
    String text = entry.text();
    return isSeen(text) && !isLater(entry, text, REPOST);
  }

  private boolean isLater(KeyedEntry entry, @Nullable String key, Duration by) {
    Instant now = entry.entry().published();
    Instant then = seen.get(key);
    return now != null && then != null && !now.isBefore(then.plus(by));
  }

  /// Whether an entry that no key proves is a known one, edited.
  private boolean isEdited(KeyedEntry entry, List<KeyedEntry> entries, boolean rekeyed) {
    String title = entry.title();
    boolean anew =
        isRenamed(entry)
            && (isLater(entry, title, REVISION) || (entry.entry().published() == null && !rekeyed));
    if (unclaimed(title) > 0 && !anew) {
      claim(title);
      return true;
    }
    return seen.containsKey(entry.group())
        && earlier.apply(entry).stream()
            .filter(text -> entries.stream().map(KeyedEntry::entry).noneMatch(text::isOf))
            .anyMatch(text -> text.isEarlierVersionOf(entry.entry(), REPOST));
  }

  /// Whether a known title at a known link has a guid of its own that the feed has not shown.
  private boolean isRenamed(KeyedEntry entry) {
    return document.isUnique(entry.guid()) && !entry.isPermalink() && unclaimed(entry.title()) > 0;
  }

  private int unclaimed(@Nullable String title) {
    return title == null
        ? 0
        : Objects.requireNonNull(
            unclaimed.computeIfAbsent(
                title,
                key -> {
                  int known = 0;
                  while (seen.containsKey(EntryKeys.numbered(key, known + 1))) {
                    known++;
                  }
                  return known;
                }));
  }

  private void claim(@Nullable String title) {
    if (title != null) {
      unclaimed.put(title, unclaimed(title) - 1);
    }
  }
}
