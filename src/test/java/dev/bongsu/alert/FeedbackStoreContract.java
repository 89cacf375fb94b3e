package dev.bongsu.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.testkit.Rows;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `FeedbackStore` promises on every database.
interface FeedbackStoreContract {
  TestDatabase open();

  @Test
  default void aPersonsLastWordCountsAndIsForgottenWithItsChat() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      FeedbackStore feedback = new FeedbackStore(database.database(), clock);
      Rows rows = new Rows(database, clock);
      ChatKey chat = rows.chat("1");
      ChatKey other = rows.chat("2");
      feedback.say(chat, new ArticleId(7), "me", true);
      feedback.say(chat, new ArticleId(7), "me", false);
      feedback.say(chat, new ArticleId(7), "you", true);
      feedback.say(other, new ArticleId(7), "me", true);
      assertThat(said(database)).containsExactly("me false", "you true", "me true");

      feedback.forget(chat);
      assertThat(said(database)).containsExactly("me true");
    }
  }

  private static List<String> said(TestDatabase database) {
    return database
        .database()
        .read()
        .sql("select person, good from feedback order by chat_id, person")
        .query((row, _) -> row.getString("person") + " " + row.getBoolean("good"))
        .list();
  }
}
