package dev.bongsu.alert;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.storage.Database;
import java.time.InstantSource;

/// The table `feedback`: ratings of alerts by the thumb buttons.
public final class FeedbackStore {
  private final Database database;
  private final InstantSource clock;

  public FeedbackStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Stores a rating. It replaces the person's earlier rating of the alert.
  public void save(ChatKey chat, ArticleId article, String person, boolean good) {
    String sql =
        """
        insert into feedback (chat_id, article_id, person, good, rated_ms)
        values (:chat, :article, :person, :good, :now)
        on conflict (chat_id, article_id, person) do update set
          good = excluded.good, rated_ms = excluded.rated_ms
        """;
    database
        .write()
        .sql(sql)
        .param("chat", chat.value())
        .param("article", article.value())
        .param("person", person)
        .param("good", good)
        .param("now", clock.millis())
        .update();
  }

  /// Deletes the ratings of a chat.
  public void forget(ChatKey chat) {
    database
        .write()
        .sql("delete from feedback where chat_id = :chat")
        .param("chat", chat.value())
        .update();
  }
}
