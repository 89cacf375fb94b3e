package dev.bongsu.archive;

import dev.bongsu.query.CompiledQuery;
import dev.bongsu.text.AnalysisChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/// The articles of the last thirty days. It is made in the background: until it is complete,
/// articles are missing, and none is there before it is open.
///
/// Threads: safe for any number.
public final class Archive {
  /// As many articles are looked at together; of those for a page some may be in vain.
  private static final int SLICE = 256;

  private static final int SMALLEST_SLICE = 16;

  static {
    // A topic of hundreds of words has thousands of clues; the default is 1 024.
    IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
  }

  private final AnalysisChain chain;
  private volatile @Nullable ArchiveIndex index;
  private volatile boolean complete;
  private volatile boolean damaged;

  public Archive(AnalysisChain chain) {
    this.chain = chain;
  }

  /// Whether all articles are there that were kept until a moment ago.
  public boolean complete() {
    return complete;
  }

  /// Looks for articles, newest first. One page is one article, whatever feeds it came with.
  ///
  /// @param query candidates are those that have what it requires
  /// @param atMost how many results
  /// @param verify makes a result of an article that satisfies the query, nothing of another;
  ///   called by several threads at once
  /// @throws IllegalStateException if the archive is damaged; it is made anew then
  public <T> List<T> find(
      CompiledQuery query, Scope scope, int atMost, Function<ArchivedArticle, Optional<T>> verify) {
    ArchiveIndex open = index;
    if (open == null || atMost == 0) {
      return List.of();
    }
    Query candidates = CandidateQuery.of(query.condition(), scope);
    try {
      return open.search(searcher -> find(searcher, candidates, atMost, verify));
    } catch (AlreadyClosedException _) {
      return List.of();
    } catch (IOException | UncheckedIOException e) {
      damaged = true;
      throw new IllegalStateException("the archive is damaged and is made anew", e);
    }
  }

  private <T> List<T> find(
      IndexSearcher searcher,
      Query query,
      int atMost,
      Function<ArchivedArticle, Optional<T>> verify)
      throws IOException {
    int[] newestFirst = searcher.search(query, new NewestFirst());
    int slice = Math.clamp(atMost, SMALLEST_SLICE, SLICE);
    List<T> found = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    for (int from = 0; from < newestFirst.length && found.size() < atMost; from += slice) {
      IntStream documents =
          IntStream.range(from, Math.min(from + slice, newestFirst.length))
              .map(at -> newestFirst[at]);
      verified(searcher, documents, verify).stream()
          .filter(hit -> hit.page().isEmpty() || pages.add(hit.page()))
          .limit(atMost - found.size())
          .forEach(hit -> found.add(hit.result()));
    }
    return found;
  }

  private <T> List<Hit<T>> verified(
      IndexSearcher searcher, IntStream documents, Function<ArchivedArticle, Optional<T>> verify) {
    return documents
        .parallel()
        .mapToObj(document -> read(searcher, document))
        .flatMap(
            article ->
                verify.apply(article).map(result -> new Hit<>(page(article), result)).stream())
        .toList();
  }

  private ArchivedArticle read(IndexSearcher searcher, int document) {
    try {
      // A reader of stored fields is for one thread.
      StoredFields stored = searcher.storedFields();
      return ArticleDocument.read(stored.document(document), chain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page(ArchivedArticle article) {
    return article.ownPage() ? article.article().link().toString() : "";
  }

  /// From now on this index is searched.
  void open(ArchiveIndex opened) {
    index = opened;
    damaged = false;
  }

  /// From now on nothing is there.
  void close() {
    index = null;
    complete = false;
  }

  /// Whether a search failed since it was opened.
  boolean damaged() {
    return damaged;
  }

  void complete(boolean isComplete) {
    complete = isComplete;
  }

  /// @param page its address, blank if the article has none of its own
  private record Hit<T>(String page, T result) {}
}
