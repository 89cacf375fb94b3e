package dev.bongsu.article;

import dev.bongsu.feed.Feed;
import dev.bongsu.http.HostStore;
import dev.bongsu.language.LanguageDetector;
import dev.bongsu.storage.RestoreSettings;
import dev.bongsu.syndication.Entry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides which entries of a feed are new, and stores them as articles.
public final class ArticleIntake {
  private static final int MAX_TITLE_LENGTH = 300;
  private static final Duration STALE_AFTER = Duration.ofDays(30);

  private final EntryKeyStore keys;
  private final ArticleStore articles;
  private final RestoreSettings restore;

  public ArticleIntake(EntryKeyStore keys, ArticleStore articles, RestoreSettings restore) {
    this.keys = keys;
    this.articles = articles;
    this.restore = restore;
  }

  /// Stores the new entries of a document. Call it in the transaction that stores the feed's new
  /// state, so that no entry is lost or stored twice.
  ///
  /// @param entries in the publisher's order
  /// @return how many articles are new
  public IntakeResult ingest(Feed feed, List<Entry> entries, PollKind arrival) {
    EntryKeys document = new EntryKeys(entries);
    List<String> all = entries.stream().map(document::of).flatMap(List::stream).distinct().toList();
    Set<String> seen = new HashSet<>(keys.seen(feed.id(), all));
    int unread = 0;
    int old = 0;
    for (Entry entry : oldestFirst(entries)) {
      List<String> own = document.of(entry);
      boolean isNew = Collections.disjoint(own, seen);
      seen.addAll(own);
      if (isNew) {
        NewArticle article = article(feed, entry, document.pageKey(entry), arrival);
        unread += articles.add(article) ? 1 : 0;
        old += article.alertPolicy() == AlertPolicy.STALE ? 1 : 0;
      }
    }
    keys.add(feed.id(), all);
    return new IntakeResult(unread, old);
  }

  /// The numbers of new articles.
  ///
  /// @param pending articles whose page is fetched next
  /// @param stale old entries that moved up in the document, stored without an alert
  public record IntakeResult(int pending, int stale) {
    public static final IntakeResult NOTHING = new IntakeResult(0, 0);
  }

  private AlertPolicy alertPolicy(Feed feed, Entry entry, PollKind arrival) {
    if (arrival == PollKind.FIRST || mayHaveBeenSentBefore(feed, entry)) {
      return AlertPolicy.SILENT;
    }
    if (isStale(entry, feed)) {
      return AlertPolicy.STALE;
    }
    return arrival == PollKind.AFTER_OUTAGE ? AlertPolicy.BATCHED : AlertPolicy.SINGLE;
  }

  /// Whether the entry may have been sent before a backup was restored (r079): the feed was not
  /// polled since, and no date shows that the entry is newer.
  private boolean mayHaveBeenSentBefore(Feed feed, Entry entry) {
    return restore.covers(feed.lastSuccess())
        && (entry.published() == null || restore.covers(entry.published()));
  }

  /// Whether an unseen entry is old: when a publisher deletes an entry, one of last year may move
  /// up into the document. Only the feed's own plausible dates decide.
  private static boolean isStale(Entry entry, Feed feed) {
    Instant published = entry.published();
    Instant newest = feed.newestEntryDate();
    return published != null
        && newest != null
        && published.isAfter(ArticleStore.EARLIEST_PLAUSIBLE_DATE)
        && published.isBefore(newest.minus(STALE_AFTER));
  }

  /// Feeds list the newest first; alerts follow the order of events.
  private static List<Entry> oldestFirst(List<Entry> entries) {
    List<Entry> reversed = new ArrayList<>(entries);
    Collections.reverse(reversed);
    return reversed;
  }

  /// Some entries have none: then the beginning of what they say, or where it is.
  private static String title(Entry entry) {
    String title =
        entry.title().isBlank() ? entry.content().replaceAll("\\s+", " ") : entry.title();
    String line = title.isBlank() ? String.valueOf(entry.link()) : title.strip();
    if (line.length() <= MAX_TITLE_LENGTH) {
      return line;
    }
    boolean cutsPair = Character.isHighSurrogate(line.charAt(MAX_TITLE_LENGTH - 1));
    return line.substring(0, MAX_TITLE_LENGTH - (cutsPair ? 1 : 0)) + "…";
  }

  /// Alerts must not show a secret address: then the site's address.
  private static URI publicAddress(Feed feed) {
    URI address = feed.address();
    return feed.secret()
        ? URI.create(address.getScheme() + "://" + HostStore.hostOf(address) + "/")
        : address;
  }

  /// Only an entry with a page of its own is merged with entries of other feeds and fetched: a page
  /// that many entries share belongs to none of them.
  private NewArticle article(Feed feed, Entry entry, Optional<String> page, PollKind arrival) {
    String key = page.orElseGet(() -> EntryKeys.contentKey(entry));
    boolean ownScope = feed.secret() || page.isEmpty();
    URI link =
        Optional.ofNullable(entry.link())
            .or(() -> Optional.ofNullable(feed.link()))
            .orElseGet(() -> publicAddress(feed));
    return new NewArticle(
        feed.id(),
        ownScope ? "feed %d %s".formatted(feed.id().value(), key) : key,
        link,
        page.isPresent() ? HostStore.hostOf(link) : "",
        title(entry),
        entry.content(),
        entry.author(),
        entry.categories(),
        LanguageDetector.detect(entry.title() + "\n" + entry.content()),
        entry.published(),
        alertPolicy(feed, entry, arrival));
  }
}
