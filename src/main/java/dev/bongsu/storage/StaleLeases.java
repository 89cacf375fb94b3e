package dev.bongsu.storage;

import java.util.List;

/// The leases that a killed process left behind in a database that only one process may use.
public final class StaleLeases {
  private StaleLeases() {}

  /// Ends all leases, so that the work goes on at once and not when they run out. Only for who
  /// holds the [InstanceLock]: the lock says that nobody else is at work.
  ///
  /// @param tables that have leases
  public static void releaseAll(Database database, List<String> tables) {
    database.inTransaction(
        () -> {
          for (String table : tables) {
            database
                .write()
                .sql("update %s set lease_until_ms = 0 where lease_until_ms > 0".formatted(table))
                .update();
          }
          database.write().sql("update named_lease set until_ms = 0").update();
        });
  }
}
