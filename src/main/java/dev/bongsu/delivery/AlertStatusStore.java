package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.AlertStatus.State;
import dev.bongsu.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The status of alerts, from the table `delivery`.
public final class AlertStatusStore {
  private final Database database;

  public AlertStatusStore(Database database) {
    this.database = database;
  }

  /// The status of a chat's alert about one of these articles: the furthest one. Empty if there was
  /// none, or if it is deleted.
  public Optional<AlertStatus> of(ChatKey chat, Collection<ArticleId> articles) {
    String sql =
        """
        select state, created_ms, ended_ms, digest_id from delivery
        where chat_id = :chat and article_id in (:articles) order by id desc
        """;
    List<AlertStatus> statuses =
        database
            .read()
            .sql(sql)
            .param("chat", chat.value())
            .param("articles", articles.stream().map(ArticleId::value).toList())
            .query((row, _) -> status(row))
            .list();
    return statuses.stream().min((one, other) -> one.state().compareTo(other.state()));
  }

  private static AlertStatus status(ResultSet row) throws SQLException {
    boolean digested = row.getLong("digest_id") != 0;
    long ended = row.getLong("ended_ms");
    Instant time = Instant.ofEpochMilli(ended == 0 ? row.getLong("created_ms") : ended);
    State state =
        switch (row.getString("state")) {
          case "sent" -> digested ? State.IN_DIGEST : State.SENT;
          case "held" -> State.IN_DIGEST;
          case "dead" -> State.DEAD;
          case "dropped" -> State.DROPPED;
          default -> State.WAITING;
        };
    return new AlertStatus(state, time);
  }
}
