package dev.bongsu.command;

import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The table `button_query`: queries of buttons, which have room only for a number.
public final class ButtonQueryStore {
  /// Twice as long as a button is valid.
  private static final Duration RETENTION = Duration.ofDays(2);

  private final Database database;
  private final InstantSource clock;

  public ButtonQueryStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Stores a query for at least two days.
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
        .sql("delete from button_query where saved_ms < :old")
        .param("old", clock.instant().minus(RETENTION).toEpochMilli())
        .update();
  }

  private long insert(String text) {
    String sql =
        """
        insert into button_query (text, saved_ms) values (:text, :now)
        on conflict (text) do update set saved_ms = excluded.saved_ms returning id
        """;
    return database
        .write()
        .sql(sql)
        .param("text", text)
        .param("now", clock.millis())
        .query((row, _) -> row.getLong("id"))
        .single();
  }

  /// The query of this number; empty if it was deleted.
  Optional<String> find(long id) {
    return database
        .read()
        .sql("select text from button_query where id = :id")
        .param("id", id)
        .query((row, _) -> row.getString("text"))
        .optional();
  }
}
