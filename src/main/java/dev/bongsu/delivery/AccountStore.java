package dev.bongsu.delivery;

import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The table `account`: whether a platform takes messages with our token now, for all nodes.
final class AccountStore {
  /// Two places that are told "too many" within this time mean that the token is.
  private static final Duration TOKEN_LIMIT_WINDOW = Duration.ofSeconds(5);

  private final Database database;
  private final InstantSource clock;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();

  AccountStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Makes an account, or gives a dead one another try: at a start somebody may have mended it.
  /// Once in a process; further calls do nothing.
  void registerOrRevive(String account) {
    if (!registered.add(account)) {
      return;
    }
    String sql =
        """
        insert into account (name) values (:name)
        on conflict (name) do update set dead = null
        """;
    try {
      database.write().sql(sql).param("name", account).update();
    } catch (RuntimeException e) {
      registered.remove(account);
      throw e;
    }
  }

  /// When messages may go with this token again; now or before if they may, empty if never.
  Optional<Instant> availableFrom(String account) {
    String sql = "select until_ms from account where name = :name and dead is null";
    return database
        .read()
        .sql(sql)
        .param("name", account)
        .query((row, _) -> Instant.ofEpochMilli(row.getLong("until_ms")))
        .optional();
  }

  /// When the next alert may go with this token ([AlertPacer]).
  long alertAllowedMillis(String account) {
    return database
        .read()
        .sql("select alert_ms from account where name = :name")
        .param("name", account)
        .query((row, _) -> row.getLong("alert_ms"))
        .single();
  }

  void setAlertAllowedMillis(String account, long millis) {
    database
        .write()
        .sql("update account set alert_ms = :from where name = :name")
        .param("from", millis)
        .param("name", account)
        .update();
  }

  /// The accounts of dead tokens.
  List<String> rejectedAccounts() {
    return database
        .read()
        .sql("select name from account where dead is not null")
        .query((row, _) -> row.getString("name"))
        .list();
  }

  /// The platform takes this token no more.
  void markRejected(String account, String reason) {
    database
        .write()
        .sql("update account set dead = :reason where name = :name")
        .param("reason", reason)
        .param("name", account)
        .update();
  }

  /// A place was told "too many". If another one was told so just now, it is the token: then nobody
  /// is written to until the later of the two times.
  ///
  /// @return whether the token is stopped
  boolean recordRateLimit(String account, String place, Instant until) {
    String sql =
        """
        update account set
          until_ms = case
            when limited_place = :place or limited_ms < :since then until_ms
            when limited_until_ms > :until then limited_until_ms
            when until_ms > :until then until_ms
            else :until end,
          limited_until_ms = case
            when limited_ms >= :since and limited_until_ms > :until then limited_until_ms
            else :until end,
          limited_place = :place, limited_ms = :now
        where name = :name returning until_ms
        """;
    Instant now = clock.instant();
    return database
        .write()
        .sql(sql)
        .param("place", place)
        .param("since", now.minus(TOKEN_LIMIT_WINDOW).toEpochMilli())
        .param("until", until.toEpochMilli())
        .param("now", now.toEpochMilli())
        .param("name", account)
        .query((row, _) -> row.getLong("until_ms") > now.toEpochMilli())
        .optional()
        .orElse(false);
  }
}
