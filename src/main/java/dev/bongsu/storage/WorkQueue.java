package dev.bongsu.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A table whose due rows are claimed for work.
///
/// @param <T> a claimed row
public interface WorkQueue<T extends ClaimedRow> {
  /// The table whose nudges mean new work.
  String table();

  /// Claims rows whose work can start now.
  ///
  /// @param max at least 1
  /// @return empty if nothing is due
  List<T> claim(int max);

  /// When work can start that cannot start now, if that may be before the next tick.
  default Optional<Instant> nextDue() {
    return Optional.empty();
  }

  /// Prolongs the lease on a row that is still in progress.
  ///
  /// @return false if it was lost
  boolean renew(T row);

  /// Gives a row back undone, so that the next worker need not wait for its lease to end.
  void release(T row);
}
