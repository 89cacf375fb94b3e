package dev.bongsu.feed;

import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;

/// Brings the feeds of a host back together after its outage.
final class HostOutageStore {
  /// The feeds of a host meet its outage one after the other.
  private static final Duration SAME_OUTAGE = Duration.ofHours(2);

  private final Database database;
  private final InstantSource clock;

  HostOutageStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A feed that works again shows that its host does: the host's other feeds that failed since
  /// then are due, too. Those that failed before have troubles of their own. Call it before the
  /// feed's failures are forgotten.
  void recallFeedsOfSameOutage(FeedId id) {
    if (!failedBefore(id)) {
      return;
    }
    database
        .write()
        .sql(
            """
            update feed set due_ms = :now
            where state = 'active' and failures > 0 and due_ms > :now and id <> :id
              and host = (select host from feed where id = :id)
              and failing_since_ms >=
                (select failing_since_ms - :tolerance from feed where id = :id)
            """)
        .param("now", clock.millis())
        .param("id", id.value())
        .param("tolerance", SAME_OUTAGE.toMillis())
        .update();
  }

  private boolean failedBefore(FeedId id) {
    return database
        .write()
        .sql("select failures from feed where id = :id")
        .param("id", id.value())
        .query((row, _) -> row.getInt("failures") > 0)
        .single();
  }
}
