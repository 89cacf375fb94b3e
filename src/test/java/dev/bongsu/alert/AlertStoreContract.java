package dev.bongsu.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.alert.AlertStore.MatchReason;
import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.match.Match;
import dev.bongsu.match.Span;
import dev.bongsu.subscription.StandingQuery;
import dev.bongsu.subscription.SubscriptionStore;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `AlertStore` promises on every database.
interface AlertStoreContract {
  TestDatabase open();

  @Test
  default void aChatIsAlertedForItsOwnSubscriptionsOnly() {
    try (TestDatabase database = open()) {
      TestRows rows = new TestRows(database, new TestClock());
      ChatKey chat = rows.chat("1");
      rows.subscription(chat, "cyber");
      rows.subscription(rows.chat("2"), "meeting");
      ArticleId article = article(rows);
      AlertStore alerts = new AlertStore(database.database(), new TestClock());

      alerts.addMatches(article, matchesOfAll(database, new Span(0, 5), new Span(7, 9)));

      assertThat(alerts.reasons(article, chat))
          .containsExactly(
              new MatchReason("cyber", List.of(new Span(0, 5), new Span(7, 9)), false, false));
    }
  }

  @Test
  default void matchesOfARepeatedReadingAreTheSameMatches() {
    try (TestDatabase database = open()) {
      TestRows rows = new TestRows(database, new TestClock());
      ChatKey chat = rows.chat("1");
      rows.subscription(chat, "cyber");
      ArticleId article = article(rows);
      AlertStore alerts = new AlertStore(database.database(), new TestClock());

      alerts.addMatches(article, matchesOfAll(database, new Span(0, 5)));
      alerts.addMatches(article, matchesOfAll(database, new Span(0, 5)));

      assertThat(alerts.reasons(article, chat)).hasSize(1);
    }
  }

  @Test
  default void aSummaryIsKeptForItsWords() {
    try (TestDatabase database = open()) {
      ArticleId article = article(new TestRows(database, new TestClock()));
      AlertStore alerts = new AlertStore(database.database(), new TestClock());

      alerts.addSummary(article, "cyber", List.of("One.", "Two."));
      alerts.addSummary(article, "cyber", List.of("Another."));
      alerts.addSummary(article, "", List.of());

      assertThat(alerts.summary(article, "cyber")).contains(List.of("One.", "Two."));
      assertThat(alerts.summary(article, "")).contains(List.of());
      assertThat(alerts.summary(article, "meeting")).isEmpty();
    }
  }

  private static ArticleId article(TestRows rows) {
    long feed = rows.feed("http://a.example/", false);
    return new ArticleId(rows.article(feed, "one", "http://a.example/1", ""));
  }

  private static List<Match> matchesOfAll(TestDatabase database, Span... spans) {
    return new SubscriptionStore(database.database(), new TestClock())
        .changesAfter(StandingQuery.QueryVersion.after(0), 100).stream()
            .map(StandingQuery::id)
            .map(query -> new Match(query, List.of(spans)))
            .toList();
  }
}
