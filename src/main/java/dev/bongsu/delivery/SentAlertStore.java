package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.FeedId;
import dev.bongsu.storage.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The alerts that a chat received, in the table `delivery`.
public final class SentAlertStore {
  private final Database database;

  public SentAlertStore(Database database) {
    this.database = database;
  }

  /// The articles of a message, in the order they came: one for an alert, several for a digest,
  /// none for other messages.
  public List<ArticleId> articlesOfMessage(ChatKey chat, String message) {
    return database
        .read()
        .sql(
            "select article_id from delivery where chat_id = :chat and message_id = :message"
                + " and article_id is not null and state = 'sent' order by id")
        .param("chat", chat.value())
        .param("message", message)
        .query((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  /// The article of the alert that was sent last.
  public Optional<ArticleId> lastArticle(ChatKey chat) {
    return database
        .read()
        .sql(
            "select article_id from delivery where chat_id = :chat and article_id is not null"
                + " and state = 'sent' order by ended_ms desc, id desc limit 1")
        .param("chat", chat.value())
        .query((row, _) -> new ArticleId(row.getLong("article_id")))
        .optional();
  }

  /// How many alerts a chat received since a time.
  public int countSince(ChatKey chat, Instant since) {
    return count(
        chat, "state = 'sent' and article_id is not null and ended_ms >= " + since.toEpochMilli());
  }

  /// How many alerts about a feed's articles a chat received since a time; feeds without any are
  /// left out.
  ///
  /// @param chat null for all chats
  public Map<FeedId, Integer> countByFeedSince(@Nullable ChatKey chat, Instant since) {
    Map<FeedId, Integer> counts = new HashMap<>();
    database
        .read()
        .sql(
            """
            select a.feed_id, count(*) as alerts
            from delivery d join article a on a.id = d.article_id
            where d.state = 'sent' and d.ended_ms >= :since and %s
            group by a.feed_id
            """
                .formatted(chat == null ? "true" : "d.chat_id = " + chat.value()))
        .param("since", since.toEpochMilli())
        .query(
            row -> {
              counts.put(new FeedId(row.getLong("feed_id")), row.getInt("alerts"));
            });
    return counts;
  }

  /// How many alerts wait for a chat.
  public int countWaiting(ChatKey chat) {
    return count(chat, "state in ('waiting', 'sending') and article_id is not null");
  }

  private int count(ChatKey chat, String condition) {
    return database
        .read()
        .sql("select count(*) as alerts from delivery where chat_id = :chat and " + condition)
        .param("chat", chat.value())
        .query((row, _) -> row.getInt("alerts"))
        .single();
  }

  /// Deletes all sent and waiting messages of a chat.
  public void forget(ChatKey chat) {
    database
        .write()
        .sql("delete from delivery where chat_id = :chat")
        .param("chat", chat.value())
        .update();
  }

  /// Whether a chat received an alert about an article.
  public boolean wasSent(ChatKey chat, ArticleId article) {
    return database
            .read()
            .sql(
                "select count(*) as sent from delivery where chat_id = :chat"
                    + " and article_id = :article and state = 'sent'")
            .param("chat", chat.value())
            .param("article", article.value())
            .query((row, _) -> row.getInt("sent"))
            .single()
        > 0;
  }
}
