package dev.bongsu.cli;

/// The parts that a command works with. Each is made when it is first asked for: dictionaries take
/// a second to load, and the database may be missing.
interface Parts {
  <T> T get(Class<T> type);
}
