package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What `SentAlertStore` promises on every database.
interface SentAlertStoreContract {
  TestDatabase open();

  @Test
  default void findsTheArticlesOfAMessage() {
    try (TestDatabase database = open()) {
      TestRows rows = new TestRows(database, new TestClock());
      SentAlertStore sent = new SentAlertStore(database.database());
      ChatKey chat = rows.chat("1");
      ChatKey other = rows.chat("2");
      long feed = rows.feed("http://a.example/rss", false);
      ArticleId first = article(rows, feed, "a");
      ArticleId second = article(rows, feed, "b");
      ArticleId third = article(rows, feed, "c");
      assertThat(sent.lastArticle(chat)).isEmpty();
      deliver(database, chat, first, "sent", "m1", 1000);
      deliver(database, chat, second, "sent", "m2", 2000);
      deliver(database, chat, third, "waiting", "", 0);
      deliver(database, other, third, "sent", "m1", 3000);

      assertThat(sent.articlesOfMessage(chat, "m1")).containsExactly(first);
      assertThat(sent.articlesOfMessage(other, "m1")).containsExactly(third);
      assertThat(sent.articlesOfMessage(chat, "m9")).isEmpty();
      assertThat(sent.lastArticle(chat)).contains(second);
      assertThat(sent.countSince(chat, Instant.ofEpochMilli(1500))).isEqualTo(1);
      assertThat(sent.countSince(chat, Instant.EPOCH)).isEqualTo(2);
      assertThat(sent.countWaiting(chat)).isEqualTo(1);
      assertThat(sent.wasSent(chat, first)).isTrue();
      assertThat(sent.wasSent(chat, third)).isFalse();

      sent.forget(chat);
      assertThat(sent.lastArticle(chat)).isEmpty();
      assertThat(sent.lastArticle(other)).contains(third);
    }
  }

  private static ArticleId article(TestRows rows, long feed, String name) {
    String link = "http://a.example/" + name;
    return new ArticleId(rows.article(feed, name, link, "a.example"));
  }

  private static void deliver(
      TestDatabase database, ChatKey chat, ArticleId article, String state, String id, long ended) {
    String sql =
        """
        insert into delivery (chat_id, article_id, priority, state, due_ms, created_ms, message_id,
          ended_ms) values (:chat, :article, 1, :state, 0, 0, :message, :ended)
        """;
    database
        .database()
        .write()
        .sql(sql)
        .param("chat", chat.value())
        .param("article", article.value())
        .param("state", state)
        .param("message", id)
        .param("ended", ended)
        .update();
  }
}
