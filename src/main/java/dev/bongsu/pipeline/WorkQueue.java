package dev.bongsu.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one loop does: claims rows that are due, and handles each by itself.
///
/// @param <T> a claimed row
interface WorkQueue<T> {
  /// For logs and threads.
  String name();

  /// The table whose nudges mean new work.
  String table();

  /// How many rows may be in work at a time.
  int slots();

  /// Takes what can start now.
  ///
  /// @param atMost at least 1
  List<T> claim(int atMost);

  /// When something can start that cannot now, if that may be before the next tick.
  default Optional<Instant> nextDue() {
    return Optional.empty();
  }

  /// Works on one row and stores the result.
  void handle(T row);

  /// The row's number, for logs: its text may be somebody's own.
  long id(T row);

  /// Puts off a row whose work failed; without this it is taken up again when its lease ends.
  default void defer(T row) {}

  /// Gives a row back undone, so that whoever comes next need not wait for its lease to end.
  void release(T row);

  /// Nothing more will be claimed: what takes long should come to an end.
  default void drain() {}

  /// Prolongs the lease on a row that is still in work.
  ///
  /// @return false if it was lost
  boolean renew(T row);
}
