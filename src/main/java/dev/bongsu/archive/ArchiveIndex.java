package dev.bongsu.archive;

import dev.bongsu.article.ArticleId;
import dev.bongsu.article.SearchableArticleStore.ArticleVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open index on disk. Threads: one writer, any number of readers.
final class ArchiveIndex {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveIndex.class);
  private static final int MAX_NODES = 16;
  private static final double BUFFER_MEGABYTES = 16;
  private static final String FINGERPRINT = "fingerprint";
  private static final String POSITION = "position";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile boolean changed;
  private final String fingerprint;

  private ArchiveIndex(Directory directory, String fingerprint) throws IOException {
    this.directory = directory;
    this.fingerprint = fingerprint;
    this.writer = new IndexWriter(directory, configuration());
    this.searchers = new SearcherManager(writer, null);
  }

  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig()
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setCommitOnClose(false)
        .setUseCompoundFile(true);
  }

  /// Opens the folder that no other process holds, of `path`, `path-2`, `path-3` and so on: two
  /// nodes may start in one place. An unreadable index, or one in another format, is deleted.
  ///
  /// @param fingerprint of the present analysis and format
  static ArchiveIndex open(Path path, String fingerprint) throws IOException {
    for (int number = 1; number <= MAX_NODES; number++) {
      Path folder = number == 1 ? path : path.resolveSibling(path.getFileName() + "-" + number);
      try {
        return openIn(FSDirectory.open(folder), fingerprint);
      } catch (LockObtainFailedException _) {
        LOG.debug("{} is held by another process", folder);
      }
    }
    throw new IOException(
        "%s and the folders beside it are used by other processes".formatted(path));
  }

  private static ArchiveIndex openIn(Directory directory, String fingerprint) throws IOException {
    try {
      ArchiveIndex index = new ArchiveIndex(directory, fingerprint);
      if (!index.commitData(FINGERPRINT, fingerprint).equals(fingerprint)) {
        LOG.info("The archive has another format and is rebuilt");
        index.clear();
      }
      return index;
    } catch (LockObtainFailedException e) {
      directory.close();
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("The archive is damaged and is rebuilt: {}", e.toString());
      deleteAll(directory);
      return new ArchiveIndex(directory, fingerprint);
    }
  }

  private static void deleteAll(Directory directory) throws IOException {
    try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
    }
  }

  private String commitData(String key, String otherwise) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals(key)) {
          return entry.getValue();
        }
      }
    }
    return otherwise;
  }

  /// The text-ready time up to which articles were indexed at the last commit; 0 if none were.
  long position() {
    return Long.parseLong(commitData(POSITION, "0"));
  }

  /// Deletes all articles.
  void clear() throws IOException {
    writer.deleteAll();
    commit(0);
    searchers.maybeRefreshBlocking();
  }

  /// Adds an article, or replaces it.
  void put(ArticleId id, Document document) throws IOException {
    writer.updateDocument(ArticleDocument.idTerm(id), document);
    changed = true;
  }

  /// Deletes older articles.
  void deleteOlderThan(Instant before) throws IOException {
    writer.deleteDocuments(
        LongPoint.newRangeQuery(
            ArticleDocument.EFFECTIVE_TIME, Long.MIN_VALUE, before.toEpochMilli() - 1));
    changed = true;
  }

  /// Makes the added articles survive a crash.
  void commit(long position) throws IOException {
    Map<String, String> data = Map.of(FINGERPRINT, fingerprint, POSITION, Long.toString(position));
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  /// The versions of the newest articles.
  List<ArticleVersion> newestVersions(int atMost) throws IOException {
    return search(
        searcher -> {
          Sort latest =
              new Sort(new SortField(ArticleDocument.TEXT_READY, SortField.Type.LONG, true));
          List<ArticleVersion> marks = new ArrayList<>();
          for (ScoreDoc hit :
              searcher.search(MatchAllDocsQuery.INSTANCE, atMost, latest).scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            marks.add(ArticleDocument.version(document));
          }
          return marks;
        });
  }

  /// Searches all that was put by now. The first search after a change writes what is in memory as
  /// a segment: to do so after each few articles was half of what indexing cost.
  <T> T search(Search<T> search) throws IOException {
    if (changed) {
      changed = false;
      searchers.maybeRefreshBlocking();
    }
    IndexSearcher searcher = searchers.acquire();
    try {
      return search.run(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /// Discards uncommitted changes.
  void close() {
    try (directory;
        writer) {
      searchers.close();
      writer.rollback();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("The archive could not be closed", e);
    }
  }

  @FunctionalInterface
  interface Search<T> {
    T run(IndexSearcher searcher) throws IOException;
  }
}
