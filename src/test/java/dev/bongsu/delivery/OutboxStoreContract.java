package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.testkit.Rows;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What `OutboxStore` promises on every database.
interface OutboxStoreContract {
  Duration LEASE = Duration.ofSeconds(60);
  ChatKey NOBODY = new ChatKey(0);

  TestDatabase open();

  @Test
  default void r066TwoSubscriptionsOfOneChatMakeOneAlert() {
    try (TestDatabase database = open()) {
      Rows rows = new Rows(database, new TestClock());
      OutboxStore outbox = outbox(database, new TestClock());
      ChatKey chat = rows.chat("1");
      rows.subscription(chat, "meeting");
      rows.subscription(chat, "cyber");
      long article =
          rows.article(rows.feed("http://a.example/", false), "one", "http://a.example/1", "");
      rows.match(article, "meeting");
      rows.match(article, "cyber");

      outbox.addAlerts(new ArticleId(article), NOBODY, 10);
      outbox.addAlerts(new ArticleId(article), NOBODY, 10);

      Claim claim = claim(outbox, 10).getFirst();
      Delivery only = outbox.next(claim).orElseThrow();
      assertThat(outbox.begin(claim, only)).isTrue();
      assertThat(outbox.sent(claim, only, "m1")).isTrue();
      assertThat(outbox.next(claim)).isEmpty();
    }
  }

  @Test
  default void alertsAreAddedInChunksOfChats() {
    try (TestDatabase database = open()) {
      Rows rows = new Rows(database, new TestClock());
      OutboxStore outbox = outbox(database, new TestClock());
      long article =
          rows.article(rows.feed("http://a.example/", false), "one", "http://a.example/1", "");
      List<ChatKey> chats = List.of("1", "2", "3", "4", "5").stream().map(rows::chat).toList();
      chats.forEach(chat -> rows.subscription(chat, "cyber"));
      rows.match(article, "cyber");

      Optional<ChatKey> afterTwo = outbox.addAlerts(new ArticleId(article), NOBODY, 2);
      assertThat(afterTwo).contains(chats.get(1));
      Optional<ChatKey> afterFour = outbox.addAlerts(new ArticleId(article), chats.get(1), 2);
      assertThat(afterFour).contains(chats.get(3));
      assertThat(outbox.addAlerts(new ArticleId(article), chats.get(3), 2)).isEmpty();

      assertThat(claim(outbox, 10)).hasSize(5);
    }
  }

  @Test
  default void r105ASecretFeedsArticleIsForItsKeepersAlone() {
    try (TestDatabase database = open()) {
      Rows rows = new Rows(database, new TestClock());
      OutboxStore outbox = outbox(database, new TestClock());
      ChatKey keeper = rows.chat("1");
      ChatKey stranger = rows.chat("2");
      rows.subscription(keeper, "cyber");
      rows.subscription(stranger, "cyber");
      long feed = rows.feed("http://a.example/?token=x", true);
      rows.keeper(feed, keeper);
      long article = rows.article(feed, "one", "http://a.example/1", "");
      rows.match(article, "cyber");

      outbox.addAlerts(new ArticleId(article), NOBODY, 10);

      assertThat(claim(outbox, 10)).extracting(Claim::id).containsExactly(keeper.value());
    }
  }

  @Test
  default void aLinkToldOnceIsNotToldAgainByASecondArticle() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Rows rows = new Rows(database, clock);
      OutboxStore outbox = outbox(database, clock);
      ChatKey chat = rows.chat("1");
      rows.subscription(chat, "cyber");
      long feed = rows.feed("http://a.example/", false);
      long first = rows.article(feed, "one", "http://a.example/1", "a.example");
      long twin = rows.article(feed, "feed 2 one", "http://a.example/1", "a.example");
      rows.match(first, "cyber");
      rows.match(twin, "cyber");

      outbox.addAlerts(new ArticleId(first), NOBODY, 10);
      outbox.addAlerts(new ArticleId(twin), NOBODY, 10);

      Claim claim = claim(outbox, 10).getFirst();
      Delivery only = outbox.next(claim).orElseThrow();
      outbox.begin(claim, only);
      outbox.sent(claim, only, "m1");
      assertThat(outbox.next(claim)).isEmpty();
    }
  }

  @Test
  default void articlesWithoutAPageOfTheirOwnAreAllTold() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Rows rows = new Rows(database, clock);
      OutboxStore outbox = outbox(database, clock);
      rows.subscription(rows.chat("1"), "cyber");
      long feed = rows.feed("http://a.example/", false);
      for (String name : List.of("one", "two")) {
        long article = rows.article(feed, name, "http://a.example/", "");
        rows.match(article, "cyber");
        outbox.addAlerts(new ArticleId(article), NOBODY, 10);
      }

      Claim claim = claim(outbox, 10).getFirst();
      assertThat(nextContent(outbox, claim)).isNotEqualTo(nextContent(outbox, claim));
    }
  }

  @Test
  default void repliesGoAheadOfAlertsAndAlertsKeepTheirOrder() {
    try (TestDatabase database = open()) {
      Rows rows = new Rows(database, new TestClock());
      OutboxStore outbox = outbox(database, new TestClock());
      ChatKey chat = rows.chat("1");
      rows.subscription(chat, "cyber");
      long feed = rows.feed("http://a.example/", false);
      for (String name : List.of("one", "two")) {
        long article = rows.article(feed, name, "http://a.example/" + name, "");
        rows.match(article, "cyber");
        outbox.addAlerts(new ArticleId(article), NOBODY, 10);
      }
      outbox.addReply(chat, new Message.Text("an answer"));

      Claim claim = claim(outbox, 10).getFirst();
      assertThat(nextContent(outbox, claim)).isInstanceOf(Content.Reply.class);
      Content first = nextContent(outbox, claim);
      Content second = nextContent(outbox, claim);
      assertThat(((Content.AlertAbout) first).article().value())
          .isLessThan(((Content.AlertAbout) second).article().value());
    }
  }

  @Test
  default void r067AHeadThatWaitsHoldsBackThoseBehindItInItsChatOnly() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Rows rows = new Rows(database, clock);
      OutboxStore outbox = outbox(database, clock);
      ChatKey blocked = rows.chat("1");
      ChatKey other = rows.chat("2");
      outbox.addReply(blocked, new Message.Text("first"));
      outbox.addReply(blocked, new Message.Text("second"));
      Claim claim = claim(outbox, 10).getFirst();
      Delivery head = outbox.next(claim).orElseThrow();
      outbox.begin(claim, head);
      outbox.later(claim, head, clock.instant().plusSeconds(30), "busy");
      outbox.release(claim);
      outbox.addReply(other, new Message.Text("elsewhere"));
      outbox.addReply(blocked, new Message.Text("third"));

      List<Claim> now = claim(outbox, 10);
      assertThat(now).extracting(Claim::id).contains(other.value());
      now.stream()
          .filter(c -> c.id() == blocked.value())
          .forEach(
              c -> {
                assertThat(outbox.next(c)).isEmpty();
                outbox.release(c);
              });

      clock.advance(Duration.ofSeconds(30));
      Claim again =
          claim(outbox, 10).stream()
              .filter(c -> c.id() == blocked.value())
              .findFirst()
              .orElseThrow();
      assertThat(nextText(outbox, again)).isEqualTo("first");
      assertThat(nextText(outbox, again)).isEqualTo("second");
      assertThat(nextText(outbox, again)).isEqualTo("third");
    }
  }

  @Test
  default void r071WhoLostTheChatStoresNothing() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Rows rows = new Rows(database, clock);
      OutboxStore outbox = outbox(database, clock);
      outbox.addReply(rows.chat("1"), new Message.Text("hello"));
      Claim frozen = claim(outbox, 1).getFirst();
      Delivery delivery = outbox.next(frozen).orElseThrow();
      clock.advance(LEASE);
      Claim current = claim(outbox, 1).getFirst();

      assertThat(outbox.begin(frozen, delivery)).isFalse();
      assertThat(outbox.sent(frozen, delivery, "m")).isFalse();
      assertThat(outbox.next(current)).isPresent();
    }
  }

  @Test
  default void aChatIsClaimedOnlyByWhoSpeaksToItsPlatform() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      OutboxStore outbox = outbox(database, clock);
      outbox.addReply(new Rows(database, clock).chat("1"), new Message.Text("hello"));

      assertThat(outbox.claimChats(Set.of(Platform.CONSOLE, Platform.SLACK), 10)).isEmpty();
      assertThat(outbox.claimChats(Set.of(Platform.CONSOLE, Platform.TELEGRAM), 10)).hasSize(1);
    }
  }

  @Test
  default void aChatWithNothingToDoIsNotClaimed() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Rows rows = new Rows(database, clock);
      OutboxStore outbox = outbox(database, clock);
      outbox.addReply(rows.chat("1"), new Message.Text("hello"));
      Claim claim = claim(outbox, 1).getFirst();
      nextContent(outbox, claim);
      outbox.release(claim);

      clock.advance(Duration.ofDays(30));
      assertThat(claim(outbox, 1)).isEmpty();
    }
  }

  private static List<Claim> claim(OutboxStore outbox, int atMost) {
    return outbox.claimChats(Set.of(Platform.TELEGRAM), atMost);
  }

  private static Content nextContent(OutboxStore outbox, Claim claim) {
    Delivery next = outbox.next(claim).orElseThrow();
    assertThat(outbox.begin(claim, next)).isTrue();
    assertThat(outbox.sent(claim, next, "m")).isTrue();
    return next.content();
  }

  private static String nextText(OutboxStore outbox, Claim claim) {
    return ((Content.Reply) nextContent(outbox, claim)).text().text();
  }

  private static OutboxStore outbox(TestDatabase database, TestClock clock) {
    return new OutboxStore(database.database(), clock, new LeaseSettings(LEASE), database.nudges());
  }
}
