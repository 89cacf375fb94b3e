package dev.bongsu.command;

import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The table `button_query`: a button has room for a number, not for a query.
public final class ButtonQueryStore {
  /// Twice as long as a button is good.
  private static final Duration RETENTION = Duration.ofDays(2);

  private final Database database;
  private final InstantSource clock;

  public ButtonQueryStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Keeps a query for two days at least.
  ///
  /// @param text as the person wrote it
  /// @return its number
  long save(String text) {
    return database.inTransaction(
        () -> {
          deleteExpired();
          return insert(text);
        });
  }

  private void deleteExpired() {
    database
        .write()
        .sql("delete from button_query where used_ms < :old")
        .param("old", clock.instant().minus(RETENTION).toEpochMilli())
        .update();
  }

  private long insert(String text) {
    String sql =
        """
        insert into button_query (text, used_ms) values (:text, :now)
        on conflict (text) do update set used_ms = excluded.used_ms returning id
        """;
    return database
        .write()
        .sql(sql)
        .param("text", text)
        .param("now", clock.millis())
        .query((row, _) -> row.getLong("id"))
        .single();
  }

  /// The query of this number; empty if it is forgotten.
  Optional<String> find(long id) {
    return database
        .read()
        .sql("select text from button_query where id = :id")
        .param("id", id)
        .query((row, _) -> row.getString("text"))
        .optional();
  }
}
