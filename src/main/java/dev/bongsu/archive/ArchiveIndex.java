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

/// The index on disk, open. One thread writes, any number search.
final class ArchiveIndex {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveIndex.class);
  private static final int MAX_NODES = 16;
  private static final double BUFFER_MEGABYTES = 16;
  private static final String FINGERPRINT = "fingerprint";
  private static final String POSITION = "position";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
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
  /// nodes may be started in one place. What cannot be read there, or was written in another way,
  /// is thrown away.
  ///
  /// @param fingerprint of the way that texts are read and written now
  static ArchiveIndex open(Path path, String fingerprint) throws IOException {
    for (int number = 1; number <= MAX_NODES; number++) {
      Path folder = number == 1 ? path : path.resolveSibling(path.getFileName() + "-" + number);
      try {
        return openIn(FSDirectory.open(folder), fingerprint);
      } catch (LockObtainFailedException _) {
        LOG.debug("{} is held by another process", folder);
      }
    }
    throw new IOException("%s and the folders beside it are held by others".formatted(path));
  }

  private static ArchiveIndex openIn(Directory directory, String fingerprint) throws IOException {
    try {
      ArchiveIndex index = new ArchiveIndex(directory, fingerprint);
      if (!index.commitData(FINGERPRINT, fingerprint).equals(fingerprint)) {
        LOG.info("The archive was written in another way and is made anew");
        index.clear();
      }
      return index;
    } catch (LockObtainFailedException e) {
      directory.close();
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("The archive is damaged and is made anew: {}", e.toString());
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

  /// Up to which time of keeping the articles were in it at the last commit; 0 if none were.
  long position() {
    return Long.parseLong(commitData(POSITION, "0"));
  }

  /// Throws everything away.
  void clear() throws IOException {
    writer.deleteAll();
    commit(0);
    searchers.maybeRefreshBlocking();
  }

  /// Adds an article, or replaces it.
  void put(ArticleId id, Document document) throws IOException {
    writer.updateDocument(ArticleDocument.idTerm(id), document);
  }

  /// Removes what is older.
  void deleteOlderThan(Instant before) throws IOException {
    writer.deleteDocuments(
        LongPoint.newRangeQuery(
            ArticleDocument.EFFECTIVE_TIME, Long.MIN_VALUE, before.toEpochMilli() - 1));
  }

  /// What was put is found from now on.
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /// What was put survives a crash from now on.
  void commit(long position) throws IOException {
    Map<String, String> data = Map.of(FINGERPRINT, fingerprint, POSITION, Long.toString(position));
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  /// Marks of the articles kept last.
  List<ArticleVersion> newestVersions(int atMost) throws IOException {
    return search(
        searcher -> {
          Sort latest =
              new Sort(new SortField(ArticleDocument.TEXT_READY, SortField.Type.LONG, true));
          List<ArticleVersion> marks = new ArrayList<>();
          for (ScoreDoc hit : searcher.search(MatchAllDocsQuery.INSTANCE, atMost, latest).scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            marks.add(ArticleDocument.version(document));
          }
          return marks;
        });
  }

  /// Searches in what was there at the last refresh.
  <T> T search(Search<T> search) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return search.run(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /// Gives up what was not committed.
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
