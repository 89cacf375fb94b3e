package dev.bongsu.inbox;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Floods of messages from one sender, in the table `inbox`.
public final class FloodStore {
  private static final String WAITING_FROM_SENDER =
      """
      platform = :platform and workspace = :workspace and sender = :sender
      and (sender <> '' or channel = :channel) and state = 'waiting'
      """;

  private final Database database;
  private final InstantSource clock;

  public FloodStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Whether a sender has a number of waiting messages that came within a time.
  public boolean isFlood(Inbound one, int many, Duration time) {
    String sql =
        "select received_ms from inbox where " + WAITING_FROM_SENDER + " order by id limit :many";
    List<Long> received =
        bindSender(database.read().sql(sql), one)
            .param("many", many)
            .query((row, _) -> row.getLong("received_ms"))
            .list();
    return received.size() == many && received.getLast() - received.getFirst() <= time.toMillis();
  }

  /// Drops the waiting messages of a sender, except the first ones and those in progress.
  ///
  /// @param first how many are kept
  public void discardExcess(Inbound one, int first) {
    String sql =
        "update inbox set state = 'done', reason = 'flood' where "
            + WAITING_FROM_SENDER
            + " and lease_until_ms <= :now and id not in (select id from inbox where "
            + WAITING_FROM_SENDER
            + " order by id limit :first)";
    bindSender(database.write().sql(sql), one)
        .param("now", clock.millis())
        .param("first", first)
        .update();
  }

  private static StatementSpec bindSender(StatementSpec sql, Inbound one) {
    ChatId chat = one.chat();
    return sql.param("platform", chat.platform().code())
        .param("workspace", chat.workspace())
        .param("sender", one.sender())
        .param("channel", chat.channel());
  }
}
