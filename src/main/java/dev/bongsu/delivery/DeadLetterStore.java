package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Platform;
import dev.bongsu.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The deliveries that were given up, in the table `delivery`.
public final class DeadLetterStore {
  private final Database database;
  private final InstantSource clock;
  private final OutboxStore outbox;

  public DeadLetterStore(Database database, InstantSource clock, OutboxStore outbox) {
    this.database = database;
    this.clock = clock;
    this.outbox = outbox;
  }

  /// All dead letters, oldest first.
  public List<DeadLetter> all() {
    String sql =
        """
        select d.id, d.attempts, d.ended_ms, d.reason, coalesce(a.link, '') as link,
          case when d.message is not null then 'REPLY' when d.article_id is null then 'DIGEST'
            else 'ALERT' end as kind,
          c.platform, c.workspace, c.channel, c.thread
        from delivery d join chat c on c.id = d.chat_id left join article a on a.id = d.article_id
        where d.state = 'dead' order by d.id
        """;
    return database.read().sql(sql).query((row, _) -> deadLetter(row)).list();
  }

  /// Puts a dead letter back into its chat's queue without its attempts. If it may have arrived,
  /// the message says so.
  ///
  /// @return false if there is no such dead letter
  public boolean replay(long id) {
    return database.inTransaction(
        () -> {
          Optional<ChatKey> chat = requeue(id);
          chat.ifPresent(outbox::wake);
          return chat.isPresent();
        });
  }

  private Optional<ChatKey> requeue(long id) {
    String sql =
        """
        update delivery set state = 'waiting', attempts = 0,
          ambiguous_sends = case when ambiguous_sends > 0 then 1 else 0 end,
          due_ms = :now, ended_ms = null
        where id = :id and state = 'dead' returning chat_id
        """;
    return database
        .write()
        .sql(sql)
        .param("now", clock.millis())
        .param("id", id)
        .query((row, _) -> new ChatKey(row.getLong("chat_id")))
        .optional();
  }

  private static DeadLetter deadLetter(ResultSet row) throws SQLException {
    ChatId chat =
        new ChatId(
            Platform.of(row.getString("platform")),
            row.getString("workspace"),
            row.getString("channel"),
            row.getString("thread"));
    return new DeadLetter(
        row.getLong("id"),
        chat,
        DeadLetter.Kind.valueOf(row.getString("kind")),
        row.getString("link"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("ended_ms")),
        Optional.ofNullable(row.getString("reason")).orElse(""));
  }
}
