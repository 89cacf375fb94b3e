package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import dev.bongsu.storage.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bytes of text that each feed, and each chat with the feeds it added, stored in a day; rows
/// of the table `quota`.
///
/// Past the quota, texts are shortened and pages are not fetched. Past one and a half times the
/// quota, new entries wait for the next day, if the feed still shows them then.
public final class TextQuotaStore {
  static final long MAX_FEED_BYTES = 20_000_000;
  static final long MAX_CHAT_BYTES = 100_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(TextQuotaStore.class);
  private static final String KIND = "text";
  private static final int MAX_CHARGED_KEEPERS = 3;
  private static final Duration DAY = Duration.ofDays(1);

  private final Database database;
  private final InstantSource clock;
  private final AtomicLong shortened = new AtomicLong();
  private final AtomicLong deferred = new AtomicLong();

  public TextQuotaStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What a feed may store now.
  enum Allowance {
    FULL,
    SHORT,
    NONE
  }

  /// What is left for a feed today. Stores what is used when it is closed.
  final class Account implements AutoCloseable {
    private final FeedId feed;
    private final long limit;
    private final long before;
    private long used;
    private int shortened;
    private int deferred;

    private Account(FeedId feed, long limit, long before) {
      this.feed = feed;
      this.limit = limit;
      this.before = before;
    }

    /// Asks for the next entry, and counts the answer.
    ///
    /// @param required whether it must be stored in any case
    Allowance next(boolean required) {
      if (before + used < limit) {
        return Allowance.FULL;
      }
      if (required || before + used < limit + limit / 2) {
        shortened++;
        return Allowance.SHORT;
      }
      deferred++;
      return Allowance.NONE;
    }

    void add(long bytes) {
      used += bytes;
    }

    @Override
    public void close() {
      TextQuotaStore.this.add(feed, used);
      TextQuotaStore.this.shortened.addAndGet(shortened);
      TextQuotaStore.this.deferred.addAndGet(deferred);
      if (shortened + deferred > 0) {
        LOG.warn(
            "Feed {} stored more than {} MB of text in a day: {} entries are shortened, {} wait for"
                + " tomorrow",
            feed.value(),
            limit / 1_000_000,
            shortened,
            deferred);
      }
    }
  }

  /// The account of a feed. Call it in the transaction that stores the texts.
  Account open(FeedId feed) {
    long ofFeed = used(subject(feed));
    long ofChat = leastUsedByKeeper(feed);
    // the tighter of the two
    boolean chatIsTighter = MAX_CHAT_BYTES - ofChat < MAX_FEED_BYTES - ofFeed;
    return chatIsTighter
        ? new Account(feed, MAX_CHAT_BYTES, ofChat)
        : new Account(feed, MAX_FEED_BYTES, ofFeed);
  }

  /// Whether the feed of an article used up its quota: then its pages are not fetched.
  boolean isUsedUp(ArticleId article) {
    FeedId feed = feedOf(article);
    return used(subject(feed)) >= MAX_FEED_BYTES || leastUsedByKeeper(feed) >= MAX_CHAT_BYTES;
  }

  /// Counts the text of a page.
  void addPage(ArticleId article, String text) {
    add(feedOf(article), text.getBytes(StandardCharsets.UTF_8).length);
  }

  private FeedId feedOf(ArticleId article) {
    return database
        .read()
        .sql("select feed_id from article where id = :id")
        .param("id", article.value())
        .query((row, _) -> new FeedId(row.getLong("feed_id")))
        .single();
  }

  /// Counts stored bytes.
  void add(FeedId feed, long bytes) {
    if (bytes > 0) {
      increment(subject(feed), bytes);
      keepers(feed).forEach(chat -> increment(chat, bytes));
    }
  }

  /// A feed is held back only if all its keepers used up what they have, so that no chat can harm
  /// the feeds of another.
  private long leastUsedByKeeper(FeedId feed) {
    return keepers(feed).stream().mapToLong(this::used).min().orElse(0);
  }

  private static String subject(FeedId feed) {
    return "feed " + feed.value();
  }

  /// The chats that a feed counts for; none if it is in the catalogue or has many keepers.
  private List<String> keepers(FeedId feed) {
    List<String> keepers =
        database
            .read()
            .sql(
                """
                select k.chat_id from feed_keeper k join feed f on f.id = k.feed_id
                where f.id = :feed and not f.in_catalogue and not f.shared order by k.chat_id limit :limit
                """)
            .param("feed", feed.value())
            .param("limit", MAX_CHARGED_KEEPERS + 1)
            .query((row, _) -> "chat " + row.getLong("chat_id"))
            .list();
    return keepers.size() > MAX_CHARGED_KEEPERS ? List.of() : keepers;
  }

  private long used(String subject) {
    return database
        .read()
        .sql(
            "select used from quota where subject = :subject and kind = :kind"
                + " and window_start_ms > :begin")
        .param("subject", subject)
        .param("kind", KIND)
        .param("begin", clock.millis() - DAY.toMillis())
        .query((row, _) -> row.getLong("used"))
        .optional()
        .orElse(0L);
  }

  private void increment(String subject, long bytes) {
    String sql =
        """
        insert into quota (subject, kind, window_start_ms, used) values (:subject, :kind, :now, :bytes)
        on conflict (subject, kind) do update set
          used = case when quota.window_start_ms > :begin then quota.used + :bytes else :bytes end,
          window_start_ms = case when quota.window_start_ms > :begin then quota.window_start_ms else :now end
        """;
    database
        .write()
        .sql(sql)
        .param("subject", subject)
        .param("kind", KIND)
        .param("now", clock.millis())
        .param("bytes", (int) Math.min(bytes, Integer.MAX_VALUE / 2))
        .param("begin", clock.millis() - DAY.toMillis())
        .update();
  }

  /// The entries since the start whose text was shortened.
  public long shortened() {
    return shortened.get();
  }

  /// The times since the start that an entry had to wait for another day.
  public long deferred() {
    return deferred.get();
  }
}
