package dev.bongsu.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.access.QuotaStore;
import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.subscription.SubscriptionStore;
import dev.bongsu.testkit.Rows;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// What `Housekeeping` promises on every database.
interface HousekeepingContract {
  Duration DAY = Duration.ofDays(1);
  HttpSettings HTTP =
      new HttpSettings(
          List.of(), Duration.ofSeconds(1), DataSize.ofMegabytes(1), Duration.ofSeconds(5));
  KeepSettings KEEP =
      new KeepSettings(
          DAY.multipliedBy(30), DAY.multipliedBy(90), DAY.multipliedBy(30), DAY.multipliedBy(30));

  TestDatabase open();

  @Test
  default void textGoesAfterThirtyDaysAndTheArticleAfterNinety() {
    try (TestDatabase database = open()) {
      House house = new House(database);
      long old = house.article("old", "read");
      house.deliver(old, "sent");
      house.clock.advance(DAY.multipliedBy(29));
      long young = house.article("young", "read");

      house.keepAfter(Duration.ofHours(1));
      assertThat(house.texts()).as("29 days").containsExactly(old, young);
      house.keepAfter(DAY.multipliedBy(2));
      assertThat(house.texts()).as("31 days").containsExactly(young);
      assertThat(house.count("article_match where article_id = " + old)).isZero();
      assertThat(house.count("delivery")).isZero();
      assertThat(house.count("article")).isEqualTo(2);

      house.keepAfter(DAY.multipliedBy(60));
      assertThat(house.count("article where id = " + old)).isZero();
      assertThat(house.count("article where id = " + young)).isOne();
    }
  }

  @Test
  default void whatIsUndeliveredIsNeverTouched() {
    try (TestDatabase database = open()) {
      House house = new House(database);
      List<Long> articles =
          List.of("waiting", "sending", "dead").stream()
              .map(
                  state -> {
                    long article = house.article("of a delivery that is " + state, "read");
                    house.deliver(article, state);
                    return article;
                  })
              .toList();
      long unread = house.article("not read yet", "unread");
      house.say("u1", "waiting");

      house.keepAfter(DAY.multipliedBy(400));

      assertThat(house.texts()).containsAll(articles).contains(unread);
      assertThat(house.count("delivery")).isEqualTo(3);
      assertThat(house.count("article_match")).isEqualTo(4);
      assertThat(house.count("inbox")).isOne();
    }
  }

  @Test
  default void whatWasSaidGoesWhenItWasHandled() {
    try (TestDatabase database = open()) {
      House house = new House(database);
      house.say("u1", "done");
      house.say("u2", "failed");
      house.keepAfter(DAY.multipliedBy(29));
      assertThat(house.count("inbox")).isEqualTo(2);
      house.keepAfter(DAY.multipliedBy(2));
      assertThat(house.count("inbox")).isZero();
    }
  }

  @Test
  default void r050SeenKeysAreKeptForNinetyDaysAndTwiceTheFeedsLength() {
    try (TestDatabase database = open()) {
      House house = new House(database);
      house.see("gone long ago", 6);
      house.clock.advance(DAY);
      house.see("gone", 4);
      house.clock.advance(DAY);
      house.see("there", 4);

      house.keepAfter(DAY.multipliedBy(88));
      assertThat(house.count("entry_key")).as("90 days at most").isEqualTo(14);
      house.keepAfter(DAY.multipliedBy(400));

      assertThat(house.count("entry_key")).isEqualTo(8);
      assertThat(house.count("entry_key where entry_key like 'gone long%'")).isZero();
    }
  }

  @Test
  default void aQueryThatNobodyAsksForGoesTheNightAfterTheNext() {
    try (TestDatabase database = open()) {
      House house = new House(database);
      SubscriptionStore store = new SubscriptionStore(database.database(), house.clock);
      for (String word : List.of("again", "ended", "matched")) {
        store.add(house.chat, word, word);
      }
      long article = house.article("of the last day", "read");
      house.rows.match(article, "matched");
      store.of(house.chat).stream()
          .filter(each -> !each.text().equals("word"))
          .forEach(each -> store.remove(house.chat, each.id()));

      house.keepAfter(DAY);
      assertThat(house.count("query")).as("a node may not have seen it yet").isEqualTo(4);
      store.add(house.chat, "again", "again");
      house.keepAfter(DAY);
      assertThat(house.count("query where text in ('word', 'again', 'matched')")).isEqualTo(3);
      assertThat(house.count("query where text = 'ended'")).isZero();
      house.keepAfter(DAY.multipliedBy(30));
      assertThat(house.count("query")).as("its article's text is gone").isEqualTo(2);
    }
  }

  @Test
  default void r092WhatHostsSaidIsForgottenWhenItIsGoodNoMore() {
    try (TestDatabase database = open()) {
      House house = new House(database);
      database
          .database()
          .write()
          .sql(
              "insert into robots (host, status, rules, until_ms) values ('a.example', 200, '', %d)"
                  .formatted(house.clock.instant().plus(DAY).toEpochMilli()))
          .update();
      house.hosts.hold("waits.example", house.clock.instant().plus(DAY.multipliedBy(7)));
      house.hosts.hold("idle.example", house.clock.instant());
      house.housekeeping.run();
      assertThat(house.count("robots")).isEqualTo(1);
      assertThat(house.count("host")).isEqualTo(2);

      house.keepAfter(DAY.multipliedBy(9));

      assertThat(house.count("robots")).isZero();
      assertThat(house.count("host where name = 'idle.example'")).isZero();
      assertThat(house.count("host where name = 'waits.example'")).isEqualTo(1);
    }
  }

  @Test
  default void muchIsClearedInManyBatchesAndOneNodeDoesIt() {
    try (TestDatabase database = open()) {
      House house = new House(database);
      for (int i = 0; i < 1_203; i++) {
        house.say("u" + i, "done");
      }
      house.clock.advance(DAY.multipliedBy(31));
      NamedLease other = house.lease();
      assertThat(other.hold()).isTrue();
      house.housekeeping.run();
      assertThat(house.count("inbox")).as("another node keeps house").isEqualTo(1_203);

      other.release();
      house.housekeeping.run();

      assertThat(house.count("inbox")).isZero();
      assertThat(other.hold()).as("let go when done").isTrue();
    }
  }

  /// A house to keep.
  final class House {
    final TestClock clock = new TestClock();
    final TestDatabase database;
    final Rows rows;
    final ChatKey chat;
    final long feed;
    final Housekeeping housekeeping;
    final HostStore hosts;

    House(TestDatabase database) {
      this.database = database;
      this.rows = new Rows(database, clock);
      this.chat = rows.chat("1");
      rows.subscription(chat, "word");
      this.feed = rows.feed("https://feeds.example/rss", false);
      LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
      this.hosts = new HostStore(database.database(), clock, HTTP);
      this.housekeeping =
          new Housekeeping(
              new Leftovers(
                  new ForgottenStore(database.database()),
                  new EntryKeyStore(database.database(), clock),
                  new InboxStore(database.database(), clock, leases, database.nudges()),
                  new QuotaStore(database.database(), clock),
                  hosts),
              KEEP,
              new ClaimPolicy(clock, leases.duration(), () -> true),
              lease());
    }

    NamedLease lease() {
      LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
      return new NamedLease(database.database(), clock, leases, "housekeeping");
    }

    void keepAfter(Duration time) {
      clock.advance(time);
      housekeeping.run();
    }

    long article(String identity, String state) {
      long id = rows.article(feed, identity, "https://pages.example/" + identity, "pages.example");
      rows.match(id, "word");
      Instant now = clock.instant();
      update(
          "update article set state = '%s', seen_ms = %d where id = %d"
              .formatted(state, now.toEpochMilli(), id));
      return id;
    }

    void deliver(long article, String state) {
      String ended =
          state.equals("sent") || state.equals("dead") ? String.valueOf(clock.millis()) : "null";
      update(
          """
          insert into delivery (chat_id, article_id, urgency, state, due_ms, created_ms, ended_ms)
          values (%d, %d, 1, '%s', 0, 0, %s)
          """
              .formatted(chat.value(), article, state, ended));
    }

    void say(String update, String state) {
      update(
          """
          insert into inbox (platform, workspace, channel, thread, update_id, sender, text, language,
            received_ms, due_ms, state)
          values ('telegram', '', '1', '', '%s', '', '/list', 'en', %d, 0, '%s')
          """
              .formatted(update, clock.millis(), state));
    }

    void see(String prefix, int keys) {
      for (int i = 0; i < keys; i++) {
        update(
            "insert into entry_key (feed_id, entry_key, seen_ms) values (%d, '%s %d', %d)"
                .formatted(feed, prefix, i, clock.millis()));
      }
    }

    List<Long> texts() {
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
}
