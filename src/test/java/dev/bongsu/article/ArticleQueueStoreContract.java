package dev.bongsu.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.page.ArticleText;
import dev.bongsu.page.PageCredits;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.summary.ArticleKind;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// What `ArticleQueueStore` promises on every database.
interface ArticleQueueStoreContract {
  Duration LEASE = Duration.ofSeconds(60);
  Duration GAP = Duration.ofSeconds(1);
  ArticleText TEXT =
      new ArticleText(ArticleKind.NEWS, "A title", "A body.", "en", null, "", PageCredits.NONE);

  TestDatabase open();

  @Test
  default void r087OnePageOfAHostAtATimeAndOtherHostsBesideIt() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      TestRows rows = new TestRows(database, clock);
      ArticleQueueStore queue = queue(database, clock);
      long feed = rows.feed("http://a.example/", false);
      rows.article(feed, "one", "http://a.example/1", "a.example");
      rows.article(feed, "two", "http://a.example/2", "a.example");
      rows.article(feed, "three", "http://b.example/3", "b.example");

      List<DueArticle> first = queue.claim(10);
      assertThat(first).extracting(DueArticle::host).containsExactly("a.example", "b.example");
      assertThat(queue.claim(10)).isEmpty();

      first.forEach(queue::freeHost);
      assertThat(queue.claim(10)).isEmpty();
      clock.advance(GAP);
      assertThat(queue.claim(10)).extracting(DueArticle::host).containsExactly("a.example");
    }
  }

  @Test
  default void anArticleWithoutAPageWaitsForNoHost() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      TestRows rows = new TestRows(database, clock);
      long feed = rows.feed("http://a.example/", false);
      rows.article(feed, "one", "http://a.example/1", "");
      rows.article(feed, "two", "http://a.example/2", "");

      assertThat(queue(database, clock).claim(10))
          .extracting(DueArticle::host)
          .containsExactly("", "");
    }
  }

  @Test
  default void pastItsDeadlineAnArticleIsReadWithoutItsPage() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      TestRows rows = new TestRows(database, clock);
      ArticleQueueStore queue = queue(database, clock);
      long feed = rows.feed("http://a.example/", false);
      rows.article(feed, "one", "http://a.example/1", "a.example");
      rows.article(feed, "two", "http://a.example/2", "a.example");
      rows.article(feed, "three", "http://a.example/3", "a.example");
      database
          .database()
          .write()
          .sql("update article set page_deadline_ms = :t")
          .param("t", clock.instant().plusSeconds(45).toEpochMilli())
          .update();

      List<DueArticle> first = queue.claim(10);
      assertThat(first).extracting(DueArticle::host).containsExactly("a.example");
      clock.advance(Duration.ofSeconds(30));
      assertThat(queue.renew(first.getFirst())).isTrue();
      clock.advance(Duration.ofSeconds(15));

      assertThat(queue.claim(10)).extracting(DueArticle::host).containsExactly("a.example", "");
    }
  }

  @Test
  default void notificationResumesWhereACrashLeftIt() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      TestRows rows = new TestRows(database, clock);
      ArticleQueueStore queue = queue(database, clock);
      rows.article(rows.feed("http://a.example/", false), "one", "http://a.example/1", "");
      DueArticle due = queue.claim(1).getFirst();
      assertThat(due.resumeAfter()).isNull();
      assertThat(queue.saveText(due, TEXT)).isTrue();
      queue.recordNotifiedUpTo(due, new ChatKey(5_000));

      clock.advance(LEASE);
      DueArticle again = queue.claim(1).getFirst();
      assertThat(again.resumeAfter()).isEqualTo(new ChatKey(5_000));
      assertThat(again.article().text()).isEqualTo("A body.");

      queue.complete(again);
      clock.advance(LEASE);
      assertThat(queue.claim(1)).isEmpty();
    }
  }

  @Test
  default void r071ALostLeaseStoresNothing() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      TestRows rows = new TestRows(database, clock);
      ArticleQueueStore queue = queue(database, clock);
      rows.article(rows.feed("http://a.example/", false), "one", "http://a.example/1", "");
      DueArticle frozen = queue.claim(1).getFirst();
      clock.advance(LEASE);
      queue.claim(1);

      assertThat(queue.saveText(frozen, TEXT)).isFalse();
    }
  }

  private static ArticleQueueStore queue(TestDatabase database, TestClock clock) {
    HttpSettings http =
        new HttpSettings(List.of(), GAP, DataSize.ofMegabytes(10), Duration.ofSeconds(30));
    return new ArticleQueueStore(
        database.database(),
        clock,
        new LeaseSettings(LEASE),
        new HostStore(database.database(), clock, http),
        new ArticleSettings(Duration.ofSeconds(45)));
  }
}
