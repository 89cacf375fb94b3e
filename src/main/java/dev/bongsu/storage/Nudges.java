package dev.bongsu.storage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Wakes a loop of this process when its table has new work, before its next tick.
///
/// A nudge may be lost without harm: the tick finds the row. Threads: safe for any number.
public final class Nudges {
  private final Database database;
  private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

  public Nudges(Database database) {
    this.database = database;
  }

  /// Calls the action at each nudge of the table, in the nudging thread: it must return at once.
  public void onNudge(String table, Runnable action) {
    listeners.computeIfAbsent(table, _ -> new CopyOnWriteArrayList<>()).add(action);
  }

  /// Wakes the listeners of the table, after the running transaction has committed.
  public void nudge(String table) {
    database.afterCommit(() -> listeners.getOrDefault(table, List.of()).forEach(Runnable::run));
  }
}
