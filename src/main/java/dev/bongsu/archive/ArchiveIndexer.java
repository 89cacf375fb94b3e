package dev.bongsu.archive;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.SearchableArticle;
import dev.bongsu.article.SearchableArticleStore;
import dev.bongsu.article.SearchableArticleStore.ArticleVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the archive up to date with the table of articles.
///
/// It follows the text-ready times of articles. Nodes' clocks differ a little, and a later commit
/// may have an earlier time: so each round reads the last minutes again.
///
/// Threads: one at a time.
public final class ArchiveIndexer {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveIndexer.class);
  static final Duration RETENTION = Duration.ofDays(30);
  private static final Duration OVERLAP = Duration.ofMinutes(5);
  private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(30);
  private static final Duration EXPIRY_INTERVAL = Duration.ofHours(1);
  private static final int VERSION_BATCH_SIZE = 500;
  private static final int TEXT_BATCH_SIZE = 20;
  private static final int MAX_COMPARED = 200;

  private final SearchableArticleStore articles;
  private final AnalysisChain chain;
  private final ArchiveSettings settings;
  private final InstantSource clock;
  private final Archive archive;

  private @Nullable ArchiveIndex index;
  private long position;
  private boolean changed;
  private boolean failedBefore;
  private volatile boolean stopped;
  private Instant committed = Instant.MIN;
  private Instant expired = Instant.MIN;

  /// The articles indexed of the last minutes, with their text-ready times.
  private final Map<Long, Long> recentlyIndexed = new HashMap<>();

  private IndexingProgress progress;

  public ArchiveIndexer(
      SearchableArticleStore articles,
      AnalysisChain chain,
      ArchiveSettings settings,
      InstantSource clock,
      Archive archive) {
    this.articles = articles;
    this.chain = chain;
    this.settings = settings;
    this.clock = clock;
    this.archive = archive;
    this.progress = new IndexingProgress(0, clock);
  }

  /// Indexes all articles since the last call.
  ///
  /// @return false if the archive is broken; the next call repairs it
  public synchronized boolean catchUp() {
    try {
      if (archive.isDamaged()) {
        closeIndex();
      }
      ArchiveIndex open = openIndex();
      indexPending(open);
      deleteExpired(open);
      commitIfDue(open);
      return true;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      LOG.warn("The archive cannot be written: {}; reopening it", e.toString());
      closeIndex();
      return false;
    }
  }

  private ArchiveIndex openIndex() throws IOException {
    ArchiveIndex open = index;
    if (open != null) {
      return open;
    }
    ArchiveIndex opening = ArchiveIndex.open(settings.path(), fingerprint());
    index = opening;
    if (failedBefore || !isOfThisDatabase(opening)) {
      opening.clear();
    }
    // The index is cleared if it fails again before a commit.
    failedBefore = true;
    recentlyIndexed.clear();
    position = Math.max(opening.position(), clock.instant().minus(RETENTION).toEpochMilli());
    progress =
        new IndexingProgress(articles.countChangedSince(Instant.ofEpochMilli(position)), clock);
    archive.open(opening);
    return opening;
  }

  private String fingerprint() {
    return ArticleDocument.FORMAT_VERSION + " " + chain.fingerprint();
  }

  /// Whether the newest indexed articles are in the database: it may be another database, or an
  /// older state of it.
  private boolean isOfThisDatabase(ArchiveIndex opening) throws IOException {
    List<ArticleVersion> here = opening.newestVersions(MAX_COMPARED);
    if (here.isEmpty()) {
      return true;
    }
    Set<ArticleVersion> there =
        new HashSet<>(articles.versions(here.stream().map(ArticleVersion::id).toList()));
    boolean ours =
        here.stream().anyMatch(there::contains) && there.containsAll(stillInDatabase(here, there));
    if (!ours) {
      LOG.info("The archive belongs to another database and is rebuilt");
    }
    return ours;
  }

  /// The versions whose article is in the database; retention may have deleted some.
  private static List<ArticleVersion> stillInDatabase(
      List<ArticleVersion> here, Set<ArticleVersion> there) {
    Set<ArticleId> ids = new HashSet<>(there.stream().map(ArticleVersion::id).toList());
    return here.stream().filter(mark -> ids.contains(mark.id())).toList();
  }

  private void indexPending(ArchiveIndex open) throws IOException {
    long from = Math.min(position, clock.millis()) - OVERLAP.toMillis();
    ArticleVersion last = new ArticleVersion(new ArticleId(0), from);
    List<ArticleVersion> marks = articles.changedAfter(last, VERSION_BATCH_SIZE);
    while (!marks.isEmpty() && !stopped) {
      indexBatch(open, marks.stream().filter(mark -> !isIndexed(mark)).toList());
      last = marks.getLast();
      position = Math.max(position, last.textReadyMillis());
      commitIfDue(open);
      marks = articles.changedAfter(last, VERSION_BATCH_SIZE);
    }
    recentlyIndexed.values().removeIf(kept -> kept < from);
    if (marks.isEmpty() && !archive.complete()) {
      progress.onFinished();
      archive.complete(true);
    }
  }

  private boolean isIndexed(ArticleVersion mark) {
    Long taken = recentlyIndexed.get(mark.id().value());
    return taken != null && taken == mark.textReadyMillis();
  }

  private void indexBatch(ArchiveIndex open, List<ArticleVersion> marks) throws IOException {
    for (int from = 0; from < marks.size(); from += TEXT_BATCH_SIZE) {
      List<ArticleVersion> few =
          marks.subList(from, Math.min(marks.size(), from + TEXT_BATCH_SIZE));
      for (SearchableArticle kept :
          sortedByTextReady(articles.get(few.stream().map(ArticleVersion::id).toList()))) {
        put(open, kept);
        recentlyIndexed.put(kept.article().id().value(), kept.textReady().toEpochMilli());
      }
      changed = true;
      if (!archive.complete()) {
        progress.onIndexed(few.size());
      }
    }
  }

  private static List<SearchableArticle> sortedByTextReady(List<SearchableArticle> articles) {
    List<SearchableArticle> ordered = new ArrayList<>(articles);
    ordered.sort(Comparator.comparing(SearchableArticle::textReady));
    return ordered;
  }

  /// One unreadable article must not stop the others.
  private void put(ArchiveIndex open, SearchableArticle kept) throws IOException {
    if (kept.effectiveTime().isBefore(clock.instant().minus(RETENTION))) {
      return;
    }
    ArticleId id = kept.article().id();
    try {
      open.put(id, ArticleDocument.write(kept, chain.analyse(kept.article().matchedText())));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
      LOG.error("Article {} could not be indexed", id.value(), e);
    }
  }

  private void deleteExpired(ArchiveIndex open) throws IOException {
    if (expired.isBefore(clock.instant().minus(EXPIRY_INTERVAL))) {
      open.deleteOlderThan(clock.instant().minus(RETENTION));
      expired = clock.instant();
      changed = true;
    }
  }

  private void commitIfDue(ArchiveIndex open) throws IOException {
    if (changed && committed.isBefore(clock.instant().minus(COMMIT_INTERVAL))) {
      commit(open);
    }
  }

  private void commit(ArchiveIndex open) throws IOException {
    open.commit(position);
    committed = clock.instant();
    changed = false;
    failedBefore = false;
  }

  /// Ends a running [#catchUp] soon. Returns at once; for any thread.
  void stop() {
    stopped = true;
  }

  /// Commits and releases the folder.
  public synchronized void close() {
    ArchiveIndex open = index;
    if (open != null && changed) {
      try {
        commit(open);
      } catch (IOException | IllegalStateException e) {
        LOG.warn("The archive cannot be written: {}; the next start repairs it", e.toString());
      }
    }
    closeIndex();
  }

  /// Closes like a crash: uncommitted changes are lost.
  synchronized void closeWithoutCommit() {
    closeIndex();
  }

  private void closeIndex() {
    ArchiveIndex open = index;
    archive.close();
    index = null;
    committed = Instant.MIN;
    if (open != null) {
      open.close();
    }
  }
}
