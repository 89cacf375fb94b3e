package dev.bongsu.http;

import dev.bongsu.storage.Database;
import java.time.Instant;
import java.util.Optional;

/// The table `robots`.
final class RobotsStore {
  private final Database database;

  RobotsStore(Database database) {
    this.database = database;
  }

  /// What a host said.
  ///
  /// @param status of its answer
  /// @param text of the file; blank if there was none
  record Rules(int status, String text) {}

  /// What a host said, if that is still good.
  Optional<Rules> find(String host, Instant now) {
    return database
        .read()
        .sql("select status, rules from robots where host = :host and expires_ms > :now")
        .param("host", host)
        .param("now", now.toEpochMilli())
        .query((row, _) -> new Rules(row.getInt("status"), row.getString("rules")))
        .optional();
  }

  /// Deletes what is good no more.
  ///
  /// @return how many; 0 if there is no more
  int deleteExpired(Instant now, int atMost) {
    return database
        .write()
        .sql(
            """
            delete from robots where host in (
              select host from robots where expires_ms <= :now order by expires_ms limit :limit)
            """)
        .param("now", now.toEpochMilli())
        .param("limit", atMost)
        .update();
  }

  /// Keeps what a host said.
  void save(String host, Rules rules, Instant until) {
    database
        .write()
        .sql(
            """
            insert into robots (host, status, rules, expires_ms) values (:host, :status, :rules, :until)
            on conflict (host) do update set
              status = excluded.status, rules = excluded.rules, expires_ms = excluded.expires_ms
            """)
        .param("host", host)
        .param("status", rules.status())
        .param("rules", rules.text())
        .param("until", until.toEpochMilli())
        .update();
  }
}
