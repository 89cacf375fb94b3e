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

/// The searchable articles of the last thirty days. It is built in the background: until it is
/// complete, articles are missing, and before it is open it has none.
///
/// Threads: safe for any number.
public final class Archive {
  /// Candidates are read in batches of this size.
  private static final int BATCH_SIZE = 256;

  private static final int MIN_BATCH_SIZE = 16;

  static {
    // A topic of hundreds of words has thousands of terms; the default is 1 024.
    IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
  }

  private final AnalysisChain chain;
  private volatile @Nullable ArchiveIndex index;
  private volatile boolean complete;
  private volatile boolean isDamaged;

  public Archive(AnalysisChain chain) {
    this.chain = chain;
  }

  /// Whether all articles up to the present are indexed.
  public boolean complete() {
    return complete;
  }

  /// Searches articles, newest first. Several articles of one page count as one.
  ///
  /// @param query the query; candidates are the articles with its required terms
  /// @param limits of results and of candidates to read
  /// @param verify makes a result of a matching article, empty for any other; called by several
  ///   threads at once
  /// @throws IllegalStateException if the archive is damaged; it is rebuilt then
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

  /// Counts the articles that match a query. Lucene alone decides most of them.
  ///
  /// @param readAtMost how many undecided articles are read, the newest first
  /// @param verify whether an article matches the query; called by several threads at once
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

  /// The number of articles with a query's required terms, an upper bound of its matches.
  public int countCandidates(CompiledQuery query, SearchScope scope) {
    return count(CandidateQuery.of(query.condition(), scope));
  }

  /// The number of articles.
  public int size(SearchScope scope) {
    return count(CandidateQuery.all(scope));
  }

  private int count(Query query) {
    return search(searcher -> searcher.count(query), 0);
  }

  /// Words of the articles that differ from a word in one or two characters, the most frequent
  /// first.
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
      throw new IllegalStateException("the archive is damaged and is rebuilt", e);
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
      // A reader of stored fields belongs to one thread.
      StoredFields stored = searcher.storedFields();
      return ArticleDocument.read(stored.document(document), chain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long pageKey(ArchivedArticle article) {
    return ArticleDocument.pageKey(article.article(), article.ownPage());
  }

  /// Opens the archive for searches.
  void open(ArchiveIndex opened) {
    index = opened;
    isDamaged = false;
  }

  /// Closes the archive for searches.
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

  /// The limits of a search.
  ///
  /// @param maxResults the search stops at this number of results
  /// @param maxCandidates the search reads this number of candidates, the newest first
  public record Limits(int maxResults, int maxCandidates) {
    /// All candidates are read.
    public static Limits of(int found) {
      return new Limits(found, Integer.MAX_VALUE);
    }
  }

  /// @param pageKey its number, see [ArticleDocument#PAGE_KEY]
  private record Hit<T>(long pageKey, T result) {}
}
