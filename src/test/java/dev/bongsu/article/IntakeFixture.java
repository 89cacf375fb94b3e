package dev.bongsu.article;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedId;
import dev.bongsu.feed.Validators;
import dev.bongsu.storage.RestoreSettings;
import dev.bongsu.syndication.Entry;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An intake with its feed, and entries for it.
final class IntakeFixture implements AutoCloseable {
  static final Instant DATE = Instant.parse("2026-03-01T00:00:00Z");

  private final TestClock clock;
  private final TestDatabase database;
  private final ArticleStore articles;
  private final ArticleIntake intake;
  private final TestRows rows;
  private final Feed feed;

  IntakeFixture(TestDatabase database) {
    this.clock = new TestClock();
    ArticleSettings settings = new ArticleSettings(Duration.ofSeconds(45));
    this.database = database;
    this.rows = new TestRows(database, clock);
    this.articles = new ArticleStore(database.database(), clock, settings, database.nudges());
    this.intake =
        new ArticleIntake(
            new EntryKeyStore(database.database(), clock),
            articles,
            new TextQuotaStore(database.database(), clock),
            new RestoreSettings(null));
    this.feed = feed("http://a.example/rss");
  }

  Feed feed(String address) {
    return feed(address, false);
  }

  Feed feed(String address, boolean secret) {
    return new Feed(
        new FeedId(rows.feed(address, secret)),
        URI.create(address),
        "A feed",
        null,
        "en",
        "",
        "",
        new Validators(null, null, ""),
        DATE,
        secret,
        !secret,
        DATE);
  }

  int firstPoll(List<Entry> entries) {
    return ingestInTransaction(entries, true);
  }

  int poll(List<Entry> entries) {
    return ingestInTransaction(entries, false);
  }

  int poll(Feed another, List<Entry> entries) {
    return database
        .database()
        .inTransaction(() -> intake.ingest(another, entries, PollKind.REGULAR))
        .pending();
  }

  /// Call it in a transaction.
  ArticleIntake.IntakeResult ingest(List<Entry> entries, PollKind arrival) {
    return intake.ingest(feed, entries, arrival);
  }

  private int ingestInTransaction(List<Entry> entries, boolean quiet) {
    return database
        .database()
        .inTransaction(() -> ingest(entries, quiet ? PollKind.FIRST : PollKind.REGULAR))
        .pending();
  }

  void keep(long chat) {
    rows.keeper(feed.id().value(), new ChatKey(chat));
  }

  long chat(String channel) {
    return rows.chat(channel).value();
  }

  /// Stores that a feed or chat has stored so many bytes today.
  void use(String subject, long bytes) {
    database
        .database()
        .write()
        .sql(
            "insert into quota (subject, kind, window_start_ms, used) values (:subject, 'text',"
                + " :now, :used)")
        .param("subject", subject)
        .param("now", clock.millis())
        .param("used", bytes)
        .update();
  }

  String feedSubject() {
    return "feed " + feed.id().value();
  }

  void nextDay() {
    clock.advance(Duration.ofHours(25));
  }

  long used(String subject) {
    return database
        .database()
        .read()
        .sql("select used from quota where subject = :subject and kind = 'text'")
        .param("subject", subject)
        .query((row, _) -> row.getLong("used"))
        .single();
  }

  /// Goes on by so much time.
  void pass(Duration time) {
    clock.advance(time);
  }

  /// How many keys of entries were written at this moment.
  long keysWrittenNow() {
    return database
        .database()
        .read()
        .sql("select count(*) as keys from entry_key where seen_ms = :now")
        .param("now", clock.millis())
        .query((row, _) -> row.getLong("keys"))
        .single();
  }

  List<String> texts() {
    return column("feed_text", "1 = 1");
  }

  List<String> newestTexts(int atMost) {
    return new SearchableArticleStore(database.database()).newestTexts(atMost);
  }

  List<String> states() {
    return column("state", "1 = 1");
  }

  /// Whose pages are fetched.
  List<String> hosts() {
    return column("host", "1 = 1");
  }

  List<String> links() {
    return column("link", "1 = 1");
  }

  List<String> titles(String state) {
    return column("title", "state = '" + state + "'");
  }

  /// In the order they were stored; null where there is no date.
  List<@Nullable Instant> published() {
    return database
        .database()
        .read()
        .sql("select published_ms from article order by id")
        .query((row, _) -> (Long) row.getObject(1))
        .list()
        .stream()
        .<@Nullable Instant>map(millis -> millis == null ? null : Instant.ofEpochMilli(millis))
        .toList();
  }

  private List<String> column(String name, String condition) {
    return database
        .database()
        .read()
        .sql("select " + name + " from article where " + condition + " order by id")
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Override
  public void close() {
    database.close();
  }

  static List<Entry> numbered(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> entry("guid-" + i, "Title " + i, "/" + i, "Text " + i))
        .toList();
  }

  static List<Entry> prepend(Entry entry, List<Entry> entries) {
    List<Entry> all = new ArrayList<>(entries);
    all.addFirst(entry);
    return all;
  }

  static Entry entry(@Nullable String guid, String title, @Nullable String link, String content) {
    URI address = link == null ? null : URI.create("http://a.example/").resolve(link);
    return new Entry(guid, title, address, DATE, "", content, "", List.of());
  }

  static Entry dated(Entry entry, Instant date) {
    return new Entry(
        entry.id(), entry.title(), entry.link(), date, "", entry.content(), "", List.of());
  }
}
