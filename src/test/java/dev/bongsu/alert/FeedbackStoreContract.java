package dev.bongsu.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `FeedbackStore` promises on every database.
interface FeedbackStoreContract {
  TestDatabase open();

  @Test
  default void aPersonsLastRatingCountsAndIsDeletedWithItsChat() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      FeedbackStore feedback = new FeedbackStore(database.database(), clock);
      TestRows rows = new TestRows(database, clock);
      ChatKey chat = rows.chat("1");
      ChatKey other = rows.chat("2");
      feedback.save(chat, new ArticleId(7), "me", true);
      feedback.save(chat, new ArticleId(7), "me", false);
      feedback.save(chat, new ArticleId(7), "you", true);
      feedback.save(other, new ArticleId(7), "me", true);
      assertThat(ratings(database)).containsExactly("me false", "you true", "me true");

      feedback.forget(chat);
      assertThat(ratings(database)).containsExactly("me true");
    }
  }

  private static List<String> ratings(TestDatabase database) {
    return database
        .database()
        .read()
        .sql("select person, good from feedback order by chat_id, person")
        .query((row, _) -> row.getString("person") + " " + row.getBoolean("good"))
        .list();
  }
}
