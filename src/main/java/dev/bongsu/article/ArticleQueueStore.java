package dev.bongsu.article;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.http.HostStore;
import dev.bongsu.page.ArticleText;
import dev.bongsu.storage.Backlog;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.WorkQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The table `article` as a queue: articles whose page is to be fetched or whose chats are to be
/// notified.
public final class ArticleQueueStore implements WorkQueue<DueArticle> {
  /// The table to nudge when an article is pending.
  public static final String TABLE = "article";

  /// So many of the oldest articles are looked at for each host that is wanted.
  private static final int CANDIDATES_PER_HOST = 20;

  private static final String COLUMNS =
      """
      *, (select coalesce(nullif(f.name, ''), f.title) from feed f where f.id = feed_id) as source,
      (select f.language from feed f where f.id = feed_id) as feed_language
      """;

  private final Database database;
  private final InstantSource clock;
  private final HostStore hosts;
  private final Duration deadline;
  private final Claims claims;
  private final SamePageStore samePages;
  private final TextQuotaStore quotas;

  public ArticleQueueStore(
      Database database,
      InstantSource clock,
      LeaseSettings leases,
      HostStore hosts,
      ArticleSettings settings) {
    this.database = database;
    this.clock = clock;
    this.hosts = hosts;
    this.deadline = settings.deadline();
    this.samePages = new SamePageStore(database);
    this.claims = new Claims(database, clock, leases, TABLE, "id");
    this.quotas = new TextQuotaStore(database, clock);
  }

  @Override
  public String table() {
    return TABLE;
  }

  /// Claims articles. With a reserved host: at most one per host whose gap is over. Without:
  /// articles that have no page, whose deadline is past, or whose chats are being notified.
  @Override
  public List<DueArticle> claim(int atMost) {
    return database.inTransaction(
        () -> {
          List<DueArticle> withPage = claimWithPage(atMost);
          List<DueArticle> without = claimWithoutPage(atMost - withPage.size());
          return Stream.concat(withPage.stream(), without.stream()).toList();
        });
  }

  /// The articles of other feeds that say the same of the same page: a chat that got one of them
  /// knows this one.
  public List<ArticleId> sameElsewhere(ArticleId article) {
    return samePages.sameElsewhere(article);
  }

  private List<DueArticle> claimWithPage(int atMost) {
    Map<String, Long> oldest = oldestPerHost(atMost);
    Set<String> reserved = hosts.reserve(oldest.keySet(), deadline);
    if (reserved.isEmpty()) {
      return List.of();
    }
    String select =
        """
        select id from article where id in (:ids) and state = 'pending' and lease_until_ms <= :now
        order by id
        """;
    List<Long> ids = reserved.stream().map(oldest::get).toList();
    List<DueArticle> due = claimSelected(select, Map.of("ids", ids));
    Set<String> unused = new HashSet<>(reserved);
    due.forEach(article -> unused.remove(article.host()));
    unused.forEach(hosts::release);
    return due;
  }

  /// The oldest article of each host that may be requested. Articles for everybody go first: a feed
  /// of one chat must not delay what others get.
  private Map<String, Long> oldestPerHost(int atMost) {
    Map<String, Long> oldest = new LinkedHashMap<>();
    addOldest(oldest, "and feed_id in (select f.id from feed f where f.for_everybody)", atMost);
    if (oldest.size() < atMost) {
      addOldest(oldest, "", atMost);
    }
    return oldest;
  }

  /// Looks at the oldest only: where many are of one host, the others are found by the next claim,
  /// for which that host is reserved.
  private void addOldest(Map<String, Long> oldest, String condition, int atMost) {
    String sql =
        """
        select host, id from article
        where state = 'pending' and host <> '' and attempts = 0
        and due_ms <= :now and lease_until_ms <= :now %s and %s
        order by id limit :limit
        """
            .formatted(condition, HostStore.isAvailableSql("article.host"));
    database
        .write()
        .sql(sql)
        .param("now", clock.millis())
        .param("limit", atMost * CANDIDATES_PER_HOST)
        .query(
            row -> {
              if (oldest.size() < atMost) {
                oldest.putIfAbsent(row.getString("host"), row.getLong("id"));
              }
            });
  }

  private List<DueArticle> claimWithoutPage(int atMost) {
    String select =
        """
        select id from article
        where id in (select id from (
            select id from article
            where (state = 'notifying' or (state = 'pending' and (host = '' or attempts > 0)))
            and due_ms <= :now and lease_until_ms <= :now order by id limit :limit) as ready)
          or id in (select id from (
            select id from article
            where state = 'pending' and page_deadline_ms <= :now
            and due_ms <= :now and lease_until_ms <= :now
            order by page_deadline_ms limit :limit) as late)
        order by id limit :limit
        """;
    return claimSelected(select, Map.of("limit", atMost)).stream()
        .map(DueArticle::withoutPage)
        .toList();
  }

  private List<DueArticle> claimSelected(String select, Map<String, ?> values) {
    return claims.claim(select, values, COLUMNS, ArticleQueueStore::due).stream()
        .sorted(Comparator.comparingLong(due -> due.claim().id()))
        .toList();
  }

  private static DueArticle due(Claim claim, ResultSet row) throws SQLException {
    return new DueArticle(
        claim,
        ArticleStore.article(row),
        row.getString("host"),
        row.getString("feed_language"),
        Instant.ofEpochMilli(row.getLong("page_deadline_ms")),
        row.getString("state").equals("notifying") ? row.getLong("notified_up_to_chat_id") : null,
        row.getInt("attempts"));
  }

  /// The pending and notifying articles.
  public Backlog backlog() {
    return database.backlog(
        """
        select count(*) as waiting, min(seen_ms) as oldest from article
        where state in ('pending', 'notifying')
        """,
        clock.instant());
  }

  /// Extends the lease.
  @Override
  public boolean renew(DueArticle article) {
    return claims.renew(article.claim());
  }

  /// Releases an article unchanged, so that it can be claimed before its lease expires.
  @Override
  public void release(DueArticle article) {
    database.inTransaction(
        () -> {
          freeHost(article);
          claims.release(article.claim());
        });
  }

  /// Releases the page's host. Call it after the request, whatever its result. Does nothing if the
  /// claim was lost: another worker may hold the host by now.
  public void freeHost(DueArticle article) {
    if (!article.host().isEmpty() && claims.renew(article.claim())) {
      hosts.release(article.host());
    }
  }

  /// Stores the text; from now on the article's chats are notified. Call it first in the
  /// transaction that stores its matches.
  ///
  /// @return false if the claim was lost: nothing may be stored
  public boolean saveText(DueArticle article, ArticleText text) {
    if (!claims.renew(article.claim())) {
      return false;
    }
    Instant published = Optional.ofNullable(article.article().published()).orElse(text.published());
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("title", text.title().isBlank() ? article.article().title() : text.title());
    values.put("body", text.text());
    values.put("language", text.language());
    values.put("kind", text.kind().code());
    values.put("now", clock.millis());
    values.put("published", published == null ? null : published.toEpochMilli());
    values.put("id", article.claim().id());
    quotas.addPage(article.article().id(), text.text());
    String sql =
        """
        update article set title = :title, body = :body, language = :language, published_ms = :published,
          kind = :kind, state = 'notifying', notified_up_to_chat_id = 0, text_ready_ms = :now
        where id = :id
        """;
    return database.write().sql(sql).params(values).update() == 1;
  }

  /// Records up to which chat the deliveries are stored.
  public void recordNotifiedUpTo(DueArticle article, ChatKey upTo) {
    set(article, "notified_up_to_chat_id = :value", upTo.value());
  }

  /// Marks the article done: all deliveries are stored.
  public void complete(DueArticle article) {
    database.inTransaction(
        () ->
            claims.release(article.claim()) && set(article, "state = 'done', due_ms = :value", 0));
  }

  /// Schedules another attempt after a failure.
  public void defer(DueArticle article, Duration delay) {
    String change = "attempts = attempts + 1, due_ms = :value";
    long due = clock.instant().plus(delay).toEpochMilli();
    database.inTransaction(() -> claims.release(article.claim()) && set(article, change, due));
  }

  private boolean set(DueArticle article, String change, long value) {
    return database
            .write()
            .sql("update article set " + change + " where id = :id")
            .param("value", value)
            .param("id", article.claim().id())
            .update()
        == 1;
  }

  /// Silences the articles seen by then: the bot had sent them before its database was restored.
  ///
  /// @return how many
  public int silenceSeenUntil(Instant until) {
    String sql =
        """
        update article set state = 'silent', text_ready_ms = case when text_ready_ms > 0 then text_ready_ms else :now end
        where state in ('pending', 'notifying') and seen_ms <= :until
        """;
    return database
        .write()
        .sql(sql)
        .param("now", clock.millis())
        .param("until", until.toEpochMilli())
        .update();
  }
}
