package dev.bongsu.storage;

import java.util.List;

/// Leases that a killed process left in a database for one process.
public final class StaleLeases {
  private StaleLeases() {}

  /// Ends all leases, so that work continues at once and not after their expiry. Only for the
  /// holder of the [InstanceLock], which excludes other workers.
  ///
  /// @param tables with leases
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
