package dev.bongsu.archive;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.Dictionary;
import dev.bongsu.analysis.Synonyms;
import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.ArticleSettings;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.article.SearchableArticleStore;
import dev.bongsu.feed.FeedId;
import dev.bongsu.match.MatchInput;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.query.ParsedQuery.Valid;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.TopicFile;
import dev.bongsu.query.Topics;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestFolders;
import dev.bongsu.testkit.TestRows;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// An archive over a table of articles that a test fills.
final class ArchiveFixture implements AutoCloseable {
  static final AnalysisChain CHAIN = shippedChain();

  final TestClock clock = new TestClock();
  static final Topics TOPICS = shippedTopics();
  static final QueryParser PARSER = new QueryParser(TOPICS);
  static final QueryCompiler COMPILER = new QueryCompiler(CHAIN, TOPICS);

  final QueryMatcher matcher = new QueryMatcher(CHAIN, COMPILER);
  final Path folder;
  final long feed;
  final long secretFeed;
  private final TestDatabase database;
  private AnalysisChain chain = CHAIN;
  private Archive archive = new Archive(chain);
  private ArchiveIndexer indexer;

  ArchiveFixture(TestDatabase database) {
    this.database = database;
    this.folder = TestFolders.create().resolve("archive");
    TestRows rows = new TestRows(database, clock);
    this.feed = rows.feed("http://a.example/rss", false);
    this.secretFeed = rows.feed("http://a.example/rss?token=1", true);
    this.indexer = indexer();
  }

  private static AnalysisChain shippedChain() {
    try (Reader words = Files.newBufferedReader(Path.of("config/dictionary-ko.txt"));
        Reader synonyms = Files.newBufferedReader(Path.of("config/synonyms.txt"))) {
      return new AnalysisChain(Dictionary.read(words), Synonyms.read(synonyms));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Topics shippedTopics() {
    try (Stream<Path> files = Files.list(Path.of("config/topics"))) {
      return new Topics(
          files
              .map(ArchiveFixture::text)
              .map(text -> TopicFile.read(text).topic())
              .filter(Objects::nonNull)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ArchiveIndexer indexer() {
    return new ArchiveIndexer(
        new SearchableArticleStore(database.database()),
        chain,
        new ArchiveSettings(folder),
        clock,
        archive);
  }

  /// Adds an article that was read now.
  ArchiveFixture add(long id, String title, String text) {
    return add(id, feed, "http://a.example/" + id, title, text);
  }

  ArchiveFixture add(long id, long ofFeed, String link, String title, String text) {
    String sql =
        """
        insert into article (id, identity, feed_id, link, host, title, feed_text, author, language,
          categories, seen_ms, state, body, page_deadline_ms, due_ms, text_ready_ms)
        values (:id, :identity, :feed, :link, 'a.example', :title, '', :author, :language,
          :category, :now, 'done', :text, 0, 0, :now)
        """;
    database
        .database()
        .write()
        .sql(sql)
        .param("id", id)
        .param("identity", "article " + id)
        .param("feed", ofFeed)
        .param("link", link)
        .param("author", id % 4 == 0 ? "김하늘 기자" : "Jo Lee")
        .param("language", id % 3 > 0 ? "ko" : "en")
        .param("category", id % 5 == 0 ? "정치\n사회" : "IT")
        .param("title", title)
        .param("text", text)
        .param("now", clock.millis())
        .update();
    return this;
  }

  /// All articles, as they are read to be matched, in the order of their ids.
  List<Article> articles() {
    ArticleStore store =
        new ArticleStore(
            database.database(),
            clock,
            new ArticleSettings(Duration.ofSeconds(45)),
            database.nudges());
    return database
        .database()
        .read()
        .sql("select id from article order by id")
        .query((row, _) -> store.get(new ArticleId(row.getLong("id"))).orElseThrow())
        .list();
  }

  void change(String sql) {
    database.database().write().sql(sql).update();
  }

  boolean catchUp() {
    return indexer.catchUp();
  }

  /// The process ends as it should and another begins.
  void restart() {
    indexer.close();
    open();
  }

  /// The process dies and another begins. The lock is the operating system's to give back.
  void crash() {
    indexer.closeWithoutCommit();
    open();
  }

  void restartWith(AnalysisChain other) {
    chain = other;
    restart();
  }

  private void open() {
    archive = new Archive(chain);
    indexer = indexer();
  }

  Archive archive() {
    return archive;
  }

  /// The ids of the articles that satisfy a query, newest first.
  List<Long> find(String query) {
    return find(query, everybody(), 1_000_000);
  }

  List<Long> find(String query, SearchScope scope, int atMost) {
    var compiled = matcher.compile(parse(query));
    return archive.find(
        compiled,
        scope,
        Archive.Limits.of(atMost),
        found ->
            matcher.matches(compiled, subject(found.article()), found.analysed())
                ? Optional.of(found.article().id().value())
                : Optional.empty());
  }

  /// How many articles satisfy a query.
  ArticleCount count(String query, SearchScope scope, int readAtMost) {
    var compiled = matcher.compile(parse(query));
    return archive.count(
        compiled,
        scope,
        readAtMost,
        found -> matcher.matches(compiled, subject(found.article()), found.analysed()));
  }

  SearchScope everybody() {
    return new SearchScope(Instant.EPOCH, Map.of(new FeedId(feed), Instant.EPOCH));
  }

  SearchScope keeperOfTheSecretFeed() {
    return new SearchScope(
        Instant.EPOCH,
        Map.of(new FeedId(feed), Instant.EPOCH, new FeedId(secretFeed), Instant.EPOCH));
  }

  SearchScope lastDays(int days) {
    return new SearchScope(
        clock.instant().minus(Duration.ofDays(days)), Map.of(new FeedId(feed), Instant.EPOCH));
  }

  static MatchInput subject(Article article) {
    return MatchInput.of(article.matchedText(), article.fields());
  }

  static boolean isValid(String query) {
    return PARSER.parse(query) instanceof Valid;
  }

  static Query parse(String query) {
    return ((Valid) PARSER.parse(query)).query();
  }

  @Override
  public void close() {
    indexer.close();
    database.close();
  }
}
