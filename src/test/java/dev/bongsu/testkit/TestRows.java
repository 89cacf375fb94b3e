package dev.bongsu.testkit;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Platform;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows that a store's test needs and another package owns.
public final class TestRows {
  private final JdbcClient sql;
  private final ChatStore chats;
  private final SubscriptionStore subscriptions;

  public TestRows(TestDatabase database, TestClock clock) {
    this.sql = database.database().write();
    this.chats = new ChatStore(database.database(), clock);
    this.subscriptions = new SubscriptionStore(database.database(), clock);
  }

  /// A chat on Telegram.
  public ChatKey chat(String channel) {
    ChatId id = new ChatId(Platform.TELEGRAM, "", channel, "");
    return chats.findOrCreate(id, Locale.ENGLISH).key();
  }

  /// A chat's subscription to a query in normal form.
  public void subscription(ChatKey chat, String query) {
    subscriptions.add(chat, query, query);
  }

  /// A feed that is due and, unless it is secret, for everybody.
  ///
  /// @return its id
  public long feed(String address, boolean secret) {
    return sql.sql(
            "insert into feed (address, host, title, secret, for_everybody, due_ms) values"
                + " (:address, 'feeds.example', 'A feed', :secret, not :secret, 0) returning id")
        .param("address", address)
        .param("secret", secret)
        .query((row, _) -> row.getLong("id"))
        .single();
  }

  public void keeper(long feed, ChatKey chat) {
    sql.sql("insert into feed_keeper (feed_id, chat_id) values (:feed, :chat)")
        .param("feed", feed)
        .param("chat", chat.value())
        .update();
  }

  /// An unread article.
  ///
  /// @return its id
  public long article(long feed, String identity, String link, String host) {
    return sql.sql(
            """
            insert into article (identity, feed_id, link, host, title, feed_text, author, language,
              seen_ms, state, page_deadline_ms, due_ms)
            values (:identity, :feed, :link, :host, 'A title', 'What the feed says.', '', 'en',
              0, 'pending', 32503680000000, 0) returning id
            """)
        .param("identity", identity)
        .param("feed", feed)
        .param("link", link)
        .param("host", host)
        .query((row, _) -> row.getLong("id"))
        .single();
  }

  /// The article matched the query.
  public void match(long article, String query) {
    sql.sql(
            "insert into article_match (article_id, query_id, spans)"
                + " select :article, id, '0-1' from query where text = :query")
        .param("article", article)
        .param("query", query)
        .update();
  }
}
