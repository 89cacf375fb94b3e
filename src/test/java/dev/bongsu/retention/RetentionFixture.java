package dev.bongsu.retention;

import dev.bongsu.access.QuotaStore;
import dev.bongsu.alert.AlertStore;
import dev.bongsu.article.ArticleSettings;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.http.RobotsStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.subscription.UnusedQueryStore;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.util.unit.DataSize;

/// The retention job with rows for it to delete.
final class RetentionFixture {
  private static final Duration DAY = Duration.ofDays(1);
  private static final HttpSettings HTTP =
      new HttpSettings(
          List.of(), Duration.ofSeconds(1), DataSize.ofMegabytes(1), Duration.ofSeconds(5));
  private static final ArticleSettings ARTICLES = new ArticleSettings(Duration.ofSeconds(45));
  private static final RetentionSettings SETTINGS =
      new RetentionSettings(
          DAY.multipliedBy(30), DAY.multipliedBy(90), DAY.multipliedBy(30), DAY.multipliedBy(30));

  final TestClock clock = new TestClock();
  final TestDatabase database;
  final TestRows rows;
  final ChatKey chat;
  final long feed;
  final RetentionJob job;
  final HostStore hosts;

  RetentionFixture(TestDatabase database) {
    this.database = database;
    this.rows = new TestRows(database, clock);
    this.chat = rows.chat("1");
    rows.subscription(chat, "word");
    this.feed = rows.feed("https://feeds.example/rss", false);
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    Database base = database.database();
    this.hosts = new HostStore(base, clock, HTTP);
    this.job =
        new RetentionJob(
            new RetentionSteps(
                new ArticleRetention(
                    base,
                    new ArticleStore(base, clock, ARTICLES, database.nudges()),
                    new AlertStore(base, clock),
                    new EntryKeyStore(base, clock)),
                new OutboxStore(
                    base,
                    clock,
                    database.nudges(),
                    new ChatQueueStore(base, clock, leases),
                    new DeliveryStore(base, clock)),
                new InboxStore(base, clock, leases, database.nudges()),
                new QuotaStore(base, clock),
                hosts,
                new RobotsStore(base),
                new UnusedQueryStore(base)),
            SETTINGS,
            new ClaimPolicy(clock, leases.duration(), () -> true),
            lease());
  }

  NamedLease lease() {
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    return new NamedLease(database.database(), clock, leases, "housekeeping");
  }

  void runAfter(Duration time) {
    clock.advance(time);
    job.run();
  }

  long addArticle(String identity, String state) {
    long id = rows.article(feed, identity, "https://pages.example/" + identity, "pages.example");
    rows.match(id, "word");
    Instant now = clock.instant();
    update(
        "update article set state = '%s', seen_ms = %d where id = %d"
            .formatted(state, now.toEpochMilli(), id));
    return id;
  }

  void addDelivery(long article, String state) {
    String ended =
        state.equals("sent") || state.equals("dead") ? String.valueOf(clock.millis()) : "null";
    update(
        """
        insert into delivery (chat_id, article_id, priority, state, due_ms, created_ms, ended_ms)
        values (%d, %d, 1, '%s', 0, 0, %s)
        """
            .formatted(chat.value(), article, state, ended));
  }

  void addInboxRow(String update, String state) {
    update(
        """
        insert into inbox (platform, workspace, channel, thread, update_id, sender, text, language,
          received_ms, due_ms, state)
        values ('telegram', '', '1', '', '%s', '', '/list', 'en', %d, 0, '%s')
        """
            .formatted(update, clock.millis(), state));
  }

  void addSeenKeys(String prefix, int keys) {
    for (int i = 0; i < keys; i++) {
      update(
          "insert into entry_key (feed_id, entry_key, seen_ms) values (%d, '%s %d', %d)"
              .formatted(feed, prefix, i, clock.millis()));
    }
  }

  List<Long> articlesWithText() {
    return database
        .database()
        .read()
        .sql("select id from article where feed_text <> '' order by id")
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  long count(String from) {
    return database
        .database()
        .read()
        .sql("select count(*) from " + from)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private void update(String sql) {
    database.database().write().sql(sql).update();
  }
}
