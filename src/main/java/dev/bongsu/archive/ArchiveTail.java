package dev.bongsu.archive;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.KeptArticle;
import dev.bongsu.article.KeptArticleStore.Mark;
import dev.bongsu.article.KeptArticleStore;
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

/// Keeps the archive in step with the table of articles.
///
/// It follows the times at which articles were kept. Nodes' clocks differ a little, and who commits
/// later may have kept earlier: so each round looks again at the last minutes.
///
/// Threads: one at a time.
public final class ArchiveTail {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveTail.class);
  static final Duration KEEP = Duration.ofDays(30);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(30);
  private static final Duration EXPIRE_EVERY = Duration.ofHours(1);
  private static final int MARKS = 500;
  private static final int TEXTS = 20;
  private static final int COMPARED = 200;

  private final KeptArticleStore articles;
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

  /// What was taken of the last minutes: article to the time it was kept.
  private final Map<Long, Long> recent = new HashMap<>();

  private Progress progress;

  public ArchiveTail(
      KeptArticleStore articles,
      AnalysisChain chain,
      ArchiveSettings settings,
      InstantSource clock,
      Archive archive) {
    this.articles = articles;
    this.chain = chain;
    this.settings = settings;
    this.clock = clock;
    this.archive = archive;
    this.progress = new Progress(0, clock);
  }

  /// Takes over all that was kept since the last time.
  ///
  /// @return false if the archive is out of order; it is mended at the next call
  public synchronized boolean follow() {
    try {
      if (archive.damaged()) {
        giveUp();
      }
      ArchiveIndex open = opened();
      takeAll(open);
      expire(open);
      commitSometimes(open);
      return true;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      LOG.warn("The archive cannot be written: {}; it is opened again", e.toString());
      giveUp();
      return false;
    }
  }

  private ArchiveIndex opened() throws IOException {
    ArchiveIndex open = index;
    if (open != null) {
      return open;
    }
    ArchiveIndex opening = ArchiveIndex.open(settings.path(), fingerprint());
    index = opening;
    if (failedBefore || !isOurs(opening)) {
      opening.clear();
    }
    // Cleared at once if it fails again before anything is committed.
    failedBefore = true;
    recent.clear();
    position = Math.max(opening.position(), clock.instant().minus(KEEP).toEpochMilli());
    progress = new Progress(articles.countSince(Instant.ofEpochMilli(position)), clock);
    archive.open(opening);
    return opening;
  }

  private String fingerprint() {
    return ArticleDocument.SHAPE + " " + chain.fingerprint();
  }

  /// Whether the articles kept last are in the database as they are here: it may be another one, or
  /// an older state of it.
  private boolean isOurs(ArchiveIndex opening) throws IOException {
    List<Mark> here = opening.newest(COMPARED);
    if (here.isEmpty()) {
      return true;
    }
    Set<Mark> there = new HashSet<>(articles.marks(here.stream().map(Mark::id).toList()));
    boolean ours = here.stream().anyMatch(there::contains) && there.containsAll(known(here, there));
    if (!ours) {
      LOG.info("The archive is of another database and is made anew");
    }
    return ours;
  }

  /// Those of which the database has the article; the nightly cleaning may have taken some.
  private static List<Mark> known(List<Mark> here, Set<Mark> there) {
    Set<ArticleId> ids = new HashSet<>(there.stream().map(Mark::id).toList());
    return here.stream().filter(mark -> ids.contains(mark.id())).toList();
  }

  private void takeAll(ArchiveIndex open) throws IOException {
    long from = Math.min(position, clock.millis()) - LOOK_AGAIN.toMillis();
    Mark last = new Mark(new ArticleId(0), from);
    List<Mark> marks = articles.after(last, MARKS);
    while (!marks.isEmpty() && !stopped) {
      take(open, marks.stream().filter(mark -> !isTaken(mark)).toList());
      last = marks.getLast();
      position = Math.max(position, last.keptMillis());
      commitSometimes(open);
      marks = articles.after(last, MARKS);
    }
    recent.values().removeIf(kept -> kept < from);
    if (marks.isEmpty() && !archive.complete()) {
      progress.finished();
      archive.complete(true);
    }
  }

  private boolean isTaken(Mark mark) {
    Long taken = recent.get(mark.id().value());
    return taken != null && taken == mark.keptMillis();
  }

  private void take(ArchiveIndex open, List<Mark> marks) throws IOException {
    for (int from = 0; from < marks.size(); from += TEXTS) {
      List<Mark> few = marks.subList(from, Math.min(marks.size(), from + TEXTS));
      for (KeptArticle kept : inOrder(articles.get(few.stream().map(Mark::id).toList()))) {
        put(open, kept);
        recent.put(kept.article().id().value(), kept.kept().toEpochMilli());
      }
      open.refresh();
      changed = true;
      if (!archive.complete()) {
        progress.advanced(few.size());
      }
    }
  }

  private static List<KeptArticle> inOrder(List<KeptArticle> articles) {
    List<KeptArticle> ordered = new ArrayList<>(articles);
    ordered.sort(Comparator.comparing(KeptArticle::kept));
    return ordered;
  }

  /// One article that cannot be read must not keep out those behind it.
  private void put(ArchiveIndex open, KeptArticle kept) throws IOException {
    if (kept.happened().isBefore(clock.instant().minus(KEEP))) {
      return;
    }
    ArticleId id = kept.article().id();
    try {
      open.put(id, ArticleDocument.write(kept, chain.analyse(kept.article().matchedText())));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
      LOG.error("Article {} cannot be archived", id.value(), e);
    }
  }

  private void expire(ArchiveIndex open) throws IOException {
    if (expired.isBefore(clock.instant().minus(EXPIRE_EVERY))) {
      open.expire(clock.instant().minus(KEEP));
      open.refresh();
      expired = clock.instant();
      changed = true;
    }
  }

  private void commitSometimes(ArchiveIndex open) throws IOException {
    if (changed && committed.isBefore(clock.instant().minus(COMMIT_EVERY))) {
      commit(open);
    }
  }

  private void commit(ArchiveIndex open) throws IOException {
    open.commit(position);
    committed = clock.instant();
    changed = false;
    failedBefore = false;
  }

  /// Ends a running [#follow] soon. Returns at once; for any thread.
  void stop() {
    stopped = true;
  }

  /// Writes down what was taken and gives the folder back.
  public synchronized void close() {
    ArchiveIndex open = index;
    if (open != null && changed) {
      try {
        commit(open);
      } catch (IOException | IllegalStateException e) {
        LOG.warn("The archive cannot be written: {}; it is mended at the next start", e.toString());
      }
    }
    giveUp();
  }

  /// Ends as a crash does: what was not committed is lost.
  synchronized void abandon() {
    giveUp();
  }

  private void giveUp() {
    ArchiveIndex open = index;
    archive.close();
    index = null;
    committed = Instant.MIN;
    if (open != null) {
      open.close();
    }
  }
}
