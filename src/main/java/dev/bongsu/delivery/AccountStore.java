package dev.bongsu.delivery;

import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The table `account`: whether a platform accepts messages with our token now, for all nodes.
final class AccountStore {
  /// Rate limits of two channels within this time mean that the limit is the token's.
  private static final Duration TOKEN_LIMIT_WINDOW = Duration.ofSeconds(5);

  private final Database database;
  private final InstantSource clock;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();

  AccountStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Creates an account, or gives a rejected one another try: the operator may have fixed it before
  /// the start. Once in a process; further calls do nothing.
  void registerOrRevive(String account) {
    if (!registered.add(account)) {
      return;
    }
    String sql =
        """
        insert into account (name) values (:name)
        on conflict (name) do update set rejected_reason = null
        """;
    try {
      database.write().sql(sql).param("name", account).update();
    } catch (RuntimeException e) {
      registered.remove(account);
      throw e;
    }
  }

  /// When messages may be sent with this token again; now or earlier if they may, empty if never.
  Optional<Instant> availableFrom(String account) {
    String sql =
        """
        select blocked_until_ms from account where name = :name and rejected_reason is null
        """;
    return database
        .read()
        .sql(sql)
        .param("name", account)
        .query((row, _) -> Instant.ofEpochMilli(row.getLong("blocked_until_ms")))
        .optional();
  }

  /// When the next alert may be sent with this token ([AlertPacer]).
  long alertAllowedMillis(String account) {
    return database
        .read()
        .sql("select alert_allowed_ms from account where name = :name")
        .param("name", account)
        .query((row, _) -> row.getLong("alert_allowed_ms"))
        .single();
  }

  void setAlertAllowedMillis(String account, long millis) {
    database
        .write()
        .sql("update account set alert_allowed_ms = :from where name = :name")
        .param("from", millis)
        .param("name", account)
        .update();
  }

  /// The accounts of rejected tokens.
  List<String> rejectedAccounts() {
    return database
        .read()
        .sql("select name from account where rejected_reason is not null")
        .query((row, _) -> row.getString("name"))
        .list();
  }

  /// Records that the platform rejects this token.
  void markRejected(String account, String reason) {
    database
        .write()
        .sql("update account set rejected_reason = :reason where name = :name")
        .param("reason", reason)
        .param("name", account)
        .update();
  }

  /// Records a rate limit of a channel. If another channel had one just before, the token is
  /// blocked until the later of the two times.
  ///
  /// @return whether the token is blocked
  boolean recordRateLimit(String account, String channelKey, Instant until) {
    String sql =
        """
        update account set
          blocked_until_ms = case
            when rate_limited_channel_key = :channel or rate_limited_ms < :since
              then blocked_until_ms
            when rate_limited_until_ms > :until then rate_limited_until_ms
            when blocked_until_ms > :until then blocked_until_ms
            else :until end,
          rate_limited_until_ms = case
            when rate_limited_ms >= :since and rate_limited_until_ms > :until
              then rate_limited_until_ms
            else :until end,
          rate_limited_channel_key = :channel, rate_limited_ms = :now
        where name = :name returning blocked_until_ms
        """;
    Instant now = clock.instant();
    return database
        .write()
        .sql(sql)
        .param("channel", channelKey)
        .param("since", now.minus(TOKEN_LIMIT_WINDOW).toEpochMilli())
        .param("until", until.toEpochMilli())
        .param("now", now.toEpochMilli())
        .param("name", account)
        .query((row, _) -> row.getLong("blocked_until_ms") > now.toEpochMilli())
        .optional()
        .orElse(false);
  }
}
