package dev.bongsu.article;

import dev.bongsu.feed.Feed;
import dev.bongsu.http.HostStore;
import dev.bongsu.language.LanguageDetector;
import dev.bongsu.storage.RestoreSettings;
import dev.bongsu.syndication.Entry;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides which entries of a feed are new, and stores them as articles.
public final class ArticleIntake {
  private static final int MAX_TITLE_LENGTH = 300;
  private static final int MAX_SHORT_TEXT_CHARS = 500;

  /// A file that holds no text to read: what the feed says of it is all there is.
  private static final Pattern FILE =
      Pattern.compile(
          "(?i)\\.(?:mp3|m4[abv]|mp4|mov|webm|og[agv]|opus|wav|flac|aac|wm[av]|avi|mkv|mpe?g|zip|gz)$");

  private final EntryKeyStore keys;
  private final ArticleStore articles;
  private final TextQuotaStore quotas;
  private final RestoreSettings restore;

  public ArticleIntake(
      EntryKeyStore keys, ArticleStore articles, TextQuotaStore quotas, RestoreSettings restore) {
    this.keys = keys;
    this.articles = articles;
    this.quotas = quotas;
    this.restore = restore;
  }

  /// Stores the new entries of a document. Call it in the transaction that stores the feed's new
  /// state, so that no entry is lost or stored twice.
  ///
  /// @param entries in the publisher's order
  /// @return how many articles are new
  public IntakeResult ingest(Feed feed, List<Entry> entries, PollKind arrival) {
    List<KeyedEntry> keyed = entries.stream().map(KeyedEntry::new).toList();
    EntryKeys document = new EntryKeys(keyed);
    Map<String, @Nullable Instant> all = new HashMap<>();
    keyed.forEach(entry -> all.putAll(document.of(entry)));
    SeenKeys seen = keys.seen(feed.id(), document.lookups(keyed));
    KnownEntries known =
        new KnownEntries(document, seen.dates(), feed.link(), entry -> earlierTexts(feed, entry));
    // feeds list the newest first; alerts follow the order of events
    List<KeyedEntry> added = known.newAmong(keyed.reversed());
    Set<Entry> stale = stale(feed, entries, added);
    int pending =
        articles.publishCorrected(feed.id(), () -> corrected(feed, keyed, added, document));
    try (TextQuotaStore.Account quota = quotas.open(feed.id())) {
      for (KeyedEntry entry : added) {
        AlertPolicy policy = alertPolicy(feed, entry.entry(), arrival, stale);
        NewArticle article = article(feed, entry, document.pageKey(entry), policy);
        // what a feed has at its first poll must be known, or it would be news later
        switch (quota.next(arrival == PollKind.FIRST)) {
          case FULL -> pending += add(article, quota);
          case SHORT -> pending += add(article.shortened(MAX_SHORT_TEXT_CHARS), quota);
          // not seen yet: tomorrow it is new
          case NONE -> document.of(entry).keySet().forEach(all::remove);
        }
      }
    }
    keys.add(feed.id(), all, seen);
    return new IntakeResult(pending, arrival == PollKind.FIRST ? 0 : stale.size());
  }

  private static Set<Entry> stale(Feed feed, List<Entry> entries, List<KeyedEntry> added) {
    List<Entry> unknown = added.stream().map(KeyedEntry::entry).toList();
    return new StaleEntries(feed.newestEntryDate(), entries, unknown).find();
  }

  private int add(NewArticle article, TextQuotaStore.Account quota) {
    quota.add(article.storedBytes());
    return articles.add(article) ? 1 : 0;
  }

  /// The numbers of new articles.
  ///
  /// @param pending now to be read
  /// @param stale stored without an alert: old entries that moved up
  public record IntakeResult(int pending, int stale) {
    public static final IntakeResult NOTHING = new IntakeResult(0, 0);
  }

  private List<EntryText> earlierTexts(Feed feed, KeyedEntry entry) {
    String page = entry.page();
    return page == null ? List.of() : articles.textsAt(feed.id(), page);
  }

  private AlertPolicy alertPolicy(Feed feed, Entry entry, PollKind arrival, Set<Entry> stale) {
    if (arrival == PollKind.FIRST || mayHaveBeenSentBefore(feed, entry)) {
      return AlertPolicy.SILENT;
    }
    if (stale.contains(entry)) {
      return AlertPolicy.STALE;
    }
    return arrival == PollKind.AFTER_OUTAGE ? AlertPolicy.BATCHED : AlertPolicy.SINGLE;
  }

  /// Whether it may have been sent before a backup was restored (r079): the feed was not read
  /// since, and nothing says that the entry is later.
  private boolean mayHaveBeenSentBefore(Feed feed, Entry entry) {
    return restore.covers(feed.lastSuccess())
        && (entry.published() == null || restore.covers(entry.published()));
  }

  /// Known entries whose date is no longer an old one, each as the article it would make.
  private List<NewArticle> corrected(
      Feed feed, List<KeyedEntry> entries, List<KeyedEntry> added, EntryKeys document) {
    return entries.stream()
        .filter(entry -> !added.contains(entry) && entry.entry().published() != null)
        .filter(entry -> !StaleEntries.isStale(entry.entry(), feed.newestEntryDate()))
        .map(entry -> article(feed, entry, document.pageKey(entry), AlertPolicy.SINGLE))
        .toList();
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

  /// Only a page of its own makes an entry one article with those of other feeds, and is fetched: a
  /// page that many entries share is none of them. A feed that is not for everybody shares no
  /// article: what it says changes nothing for others.
  private static NewArticle article(
      Feed feed, KeyedEntry keyed, @Nullable String page, AlertPolicy policy) {
    Entry entry = keyed.entry();
    String key = page == null ? keyed.content() : page;
    boolean ownScope = !feed.forEverybody() || page == null;
    URI link =
        Optional.ofNullable(entry.link())
            .map(CanonicalLink::shown)
            .or(() -> Optional.ofNullable(feed.link()))
            .orElseGet(feed::shownAddress);
    return new NewArticle(
        feed.id(),
        ownScope ? "feed %d %s".formatted(feed.id().value(), key) : key,
        keyed.page() == null ? "" : keyed.page(),
        link,
        page == null || FILE.matcher("" + link.getPath()).find() ? "" : HostStore.hostOf(link),
        title(entry),
        entry.content(),
        entry.author(),
        entry.categories(),
        LanguageDetector.detect(entry.title() + "\n" + entry.content()),
        entry.published(),
        policy);
  }
}
