package dev.bongsu.storage;

/// Work on the rows of one queue.
///
/// @param <T> a claimed row
public interface WorkHandler<T extends ClaimedRow> {
  WorkQueue<T> queue();

  /// Works on one row and stores the result.
  void handle(T row);

  /// Postpones a row whose work failed; without this it is claimed again when its lease ends.
  default void defer(T row) {}
}
