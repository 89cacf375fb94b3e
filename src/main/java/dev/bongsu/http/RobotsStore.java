package dev.bongsu.http;

import dev.bongsu.storage.Database;
import java.time.Instant;
import java.util.Optional;

/// The table `robots`: each host's robots.txt until it expires.
public final class RobotsStore {
  private final Database database;

  public RobotsStore(Database database) {
    this.database = database;
  }

  /// A host's robots.txt.
  ///
  /// @param status of the response
  /// @param text of the file; blank if there was none
  record Rules(int status, String text) {}

  /// The rules of a host, unless they expired.
  Optional<Rules> find(String host, Instant now) {
    return database
        .read()
        .sql("select status, rules from robots where host = :host and expires_ms > :now")
        .param("host", host)
        .param("now", now.toEpochMilli())
        .query((row, _) -> new Rules(row.getInt("status"), row.getString("rules")))
        .optional();
  }

  /// Deletes what expired before then.
  ///
  /// @return how many rows; 0 if there are no more
  public int deleteOlderThan(Instant time, int max) {
    String sql =
        """
        delete from robots where host in (
          select host from robots where expires_ms <= :time order by expires_ms limit :limit)
        """;
    return database
        .write()
        .sql(sql)
        .param("time", time.toEpochMilli())
        .param("limit", max)
        .update();
  }

  /// Stores the rules of a host.
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
