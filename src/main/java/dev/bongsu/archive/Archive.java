package dev.bongsu.archive;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.query.CompiledQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
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
  private static final int BATCH_SIZE = 256;

  private static final int MIN_BATCH_SIZE = 16;

  static {
    // A topic of hundreds of words has thousands of clues; the default is 1 024.
    IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
  }

  private final AnalysisChain chain;
  private volatile @Nullable ArchiveIndex index;
  private volatile boolean complete;
  private volatile boolean isDamaged;

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
  /// @param limits how many results, and how many candidates are read for them
  /// @param verify makes a result of an article that satisfies the query, nothing of another;
  ///   called by several threads at once
  /// @throws IllegalStateException if the archive is damaged; it is made anew then
  public <T> List<T> find(
      CompiledQuery query,
      SearchScope scope,
      Limits limits,
      Function<ArchivedArticle, Optional<T>> verify) {
    if (limits.maxResults() == 0) {
      return List.of();
    }
    Query candidates = CandidateQuery.of(query.condition(), scope);
    return search(searcher -> find(searcher, candidates, limits, verify), List.of());
  }

  /// Counts the articles that satisfy a query. Lucene alone tells most of them.
  ///
  /// @param readAtMost how many of those are read of which it does not, the newest first
  /// @param verify whether an article satisfies the query; called by several threads at once
  public ArticleCount count(
      CompiledQuery query, SearchScope scope, int readAtMost, Predicate<ArchivedArticle> verify) {
    Query sure = DecisiveQuery.of(query.condition(), scope);
    Query open =
        new BooleanQuery.Builder()
            .add(CandidateQuery.of(query.condition(), scope), Occur.FILTER)
            .add(sure, Occur.MUST_NOT)
            .build();
    return search(
        searcher -> count(searcher, sure, open, readAtMost, verify), new ArticleCount(0, true));
  }

  private ArticleCount count(
      IndexSearcher searcher,
      Query sure,
      Query open,
      int readAtMost,
      Predicate<ArchivedArticle> verify)
      throws IOException {
    PageCollectorManager.PageCollector pages = searcher.search(sure, new PageCollectorManager());
    int[] newestFirst = searcher.search(open, new NewestFirstCollectorManager());
    IntStream documents = Arrays.stream(newestFirst).limit(readAtMost);
    matchingHits(
            searcher,
            documents,
            article -> verify.test(article) ? Optional.of(1) : Optional.empty())
        .forEach(hit -> pages.add(hit.pageKey()));
    return new ArticleCount(pages.size(), newestFirst.length <= readAtMost);
  }

  /// How many articles have what a query requires; not fewer than satisfy it.
  public int countCandidates(CompiledQuery query, SearchScope scope) {
    return count(CandidateQuery.of(query.condition(), scope));
  }

  /// How many articles there are.
  public int size(SearchScope scope) {
    return count(CandidateQuery.all(scope));
  }

  private int count(Query query) {
    return search(searcher -> searcher.count(query), 0);
  }

  /// Words of the articles that differ from one in a letter or two, the most frequent first.
  public List<String> similarWords(String word, int atMost) {
    return search(searcher -> SimilarWords.of(searcher.getIndexReader(), word, atMost), List.of());
  }

  private <T> T search(ArchiveIndex.Search<T> search, T otherwise) {
    ArchiveIndex open = index;
    if (open == null) {
      return otherwise;
    }
    try {
      return open.search(search);
    } catch (AlreadyClosedException _) {
      return otherwise;
    } catch (IOException | UncheckedIOException e) {
      isDamaged = true;
      throw new IllegalStateException("the archive is damaged and is made anew", e);
    }
  }

  private <T> List<T> find(
      IndexSearcher searcher,
      Query query,
      Limits limits,
      Function<ArchivedArticle, Optional<T>> verify)
      throws IOException {
    int atMost = limits.maxResults();
    int[] newestFirst = searcher.search(query, new NewestFirstCollectorManager());
    int end = Math.min(newestFirst.length, limits.maxCandidates());
    int slice = Math.clamp(atMost, MIN_BATCH_SIZE, BATCH_SIZE);
    List<T> found = new ArrayList<>();
    Set<Long> pages = new HashSet<>();
    for (int from = 0; from < end && found.size() < atMost; from += slice) {
      IntStream documents =
          IntStream.range(from, Math.min(from + slice, end)).map(at -> newestFirst[at]);
      matchingHits(searcher, documents, verify).stream()
          .filter(hit -> hit.pageKey() == ArticleDocument.NO_PAGE_KEY || pages.add(hit.pageKey()))
          .limit(atMost - found.size())
          .forEach(hit -> found.add(hit.result()));
    }
    return found;
  }

  private <T> List<Hit<T>> matchingHits(
      IndexSearcher searcher, IntStream documents, Function<ArchivedArticle, Optional<T>> verify) {
    return documents
        .parallel()
        .mapToObj(document -> read(searcher, document))
        .flatMap(
            article ->
                verify.apply(article).map(result -> new Hit<>(pageKey(article), result)).stream())
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

  private static long pageKey(ArchivedArticle article) {
    return ArticleDocument.pageKey(article.article(), article.ownPage());
  }

  /// From now on this index is searched.
  void open(ArchiveIndex opened) {
    index = opened;
    isDamaged = false;
  }

  /// From now on nothing is there.
  void close() {
    index = null;
    complete = false;
  }

  /// Whether a search failed since it was opened.
  boolean isDamaged() {
    return isDamaged;
  }

  void complete(boolean isComplete) {
    complete = isComplete;
  }

  /// Where a search ends.
  ///
  /// @param maxResults as many results are enough
  /// @param maxCandidates as many candidates are looked into, the newest first
  public record Limits(int maxResults, int maxCandidates) {
    /// All candidates are looked into.
    public static Limits of(int found) {
      return new Limits(found, Integer.MAX_VALUE);
    }
  }

  /// @param pageKey its number, see [ArticleDocument#PAGE_KEY]
  private record Hit<T>(long pageKey, T result) {}
}
