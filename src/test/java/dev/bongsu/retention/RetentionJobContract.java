package dev.bongsu.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.storage.NamedLease;
import dev.bongsu.subscription.SubscriptionStore;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `RetentionJob` promises on every database.
interface RetentionJobContract {
  Duration DAY = Duration.ofDays(1);

  TestDatabase open();

  @Test
  default void textGoesAfterThirtyDaysAndTheArticleAfterNinety() {
    try (TestDatabase database = open()) {
      RetentionFixture house = new RetentionFixture(database);
      long old = house.addArticle("old", "done");
      house.addDelivery(old, "sent");
      house.clock.advance(DAY.multipliedBy(29));
      long young = house.addArticle("young", "done");

      house.runAfter(Duration.ofHours(1));
      assertThat(house.articlesWithText()).as("29 days").containsExactly(old, young);
      house.runAfter(DAY.multipliedBy(2));
      assertThat(house.articlesWithText()).as("31 days").containsExactly(young);
      assertThat(house.count("article_match where article_id = " + old)).isZero();
      assertThat(house.count("delivery")).isZero();
      assertThat(house.count("article")).isEqualTo(2);

      house.runAfter(DAY.multipliedBy(60));
      assertThat(house.count("article where id = " + old)).isZero();
      assertThat(house.count("article where id = " + young)).isOne();
    }
  }

  @Test
  default void keepsUndeliveredArticles() {
    try (TestDatabase database = open()) {
      RetentionFixture house = new RetentionFixture(database);
      List<Long> articles =
          List.of("waiting", "sending", "dead").stream()
              .map(
                  state -> {
                    long article = house.addArticle("of a delivery that is " + state, "done");
                    house.addDelivery(article, state);
                    return article;
                  })
              .toList();
      long unread = house.addArticle("not read yet", "pending");
      house.addInboxRow("u1", "waiting");

      house.runAfter(DAY.multipliedBy(400));

      assertThat(house.articlesWithText()).containsAll(articles).contains(unread);
      assertThat(house.count("delivery")).isEqualTo(3);
      assertThat(house.count("article_match")).isEqualTo(4);
      assertThat(house.count("inbox")).isOne();
    }
  }

  @Test
  default void deletesHandledInboxRows() {
    try (TestDatabase database = open()) {
      RetentionFixture house = new RetentionFixture(database);
      house.addInboxRow("u1", "done");
      house.addInboxRow("u2", "failed");
      house.runAfter(DAY.multipliedBy(29));
      assertThat(house.count("inbox")).isEqualTo(2);
      house.runAfter(DAY.multipliedBy(2));
      assertThat(house.count("inbox")).isZero();
    }
  }

  @Test
  default void r050SeenKeysAreKeptForNinetyDaysAndTwiceTheFeedsLength() {
    try (TestDatabase database = open()) {
      RetentionFixture house = new RetentionFixture(database);
      house.addSeenKeys("gone long ago", 6);
      house.clock.advance(DAY);
      house.addSeenKeys("gone", 4);
      house.clock.advance(DAY);
      house.addSeenKeys("there", 4);

      house.runAfter(DAY.multipliedBy(88));
      assertThat(house.count("entry_key")).as("90 days at most").isEqualTo(14);
      house.runAfter(DAY.multipliedBy(400));

      assertThat(house.count("entry_key")).isEqualTo(8);
      assertThat(house.count("entry_key where entry_key like 'gone long%'")).isZero();
    }
  }

  @Test
  default void deletesAnUnusedQueryInTheSecondNight() {
    try (TestDatabase database = open()) {
      RetentionFixture house = new RetentionFixture(database);
      SubscriptionStore store = new SubscriptionStore(database.database(), house.clock);
      for (String word : List.of("again", "ended", "matched")) {
        store.add(house.chat, word, word);
      }
      long article = house.addArticle("of the last day", "done");
      house.rows.match(article, "matched");
      store.of(house.chat).stream()
          .filter(each -> !each.text().equals("word"))
          .forEach(each -> store.remove(house.chat, each.id()));

      house.runAfter(DAY);
      assertThat(house.count("query")).as("a node may not have seen it yet").isEqualTo(4);
      store.add(house.chat, "again", "again");
      house.runAfter(DAY);
      assertThat(house.count("query where text in ('word', 'again', 'matched')")).isEqualTo(3);
      assertThat(house.count("query where text = 'ended'")).isZero();
      house.runAfter(DAY.multipliedBy(30));
      assertThat(house.count("query")).as("its article's text is gone").isEqualTo(2);
    }
  }

  @Test
  default void r092DeletesExpiredRobotsAndIdleHosts() {
    try (TestDatabase database = open()) {
      RetentionFixture house = new RetentionFixture(database);
      database
          .database()
          .write()
          .sql(
              "insert into robots (host, status, rules, expires_ms) values ('a.example', 200, '', %d)"
                  .formatted(house.clock.instant().plus(DAY).toEpochMilli()))
          .update();
      house.hosts.pauseUntil("waits.example", house.clock.instant().plus(DAY.multipliedBy(7)));
      house.hosts.pauseUntil("idle.example", house.clock.instant());
      house.job.run();
      assertThat(house.count("robots")).isEqualTo(1);
      assertThat(house.count("host")).isEqualTo(2);

      house.runAfter(DAY.multipliedBy(9));

      assertThat(house.count("robots")).isZero();
      assertThat(house.count("host where name = 'idle.example'")).isZero();
      assertThat(house.count("host where name = 'waits.example'")).isEqualTo(1);
    }
  }

  @Test
  default void deletesInBatchesOnOneNodeAtATime() {
    try (TestDatabase database = open()) {
      RetentionFixture house = new RetentionFixture(database);
      for (int i = 0; i < 1_203; i++) {
        house.addInboxRow("u" + i, "done");
      }
      house.clock.advance(DAY.multipliedBy(31));
      NamedLease other = house.lease();
      assertThat(other.acquireOrRenew()).isTrue();
      house.job.run();
      assertThat(house.count("inbox")).as("another node keeps house").isEqualTo(1_203);

      other.release();
      house.job.run();

      assertThat(house.count("inbox")).isZero();
      assertThat(other.acquireOrRenew()).as("let go when done").isTrue();
    }
  }
}
