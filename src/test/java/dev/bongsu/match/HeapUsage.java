package dev.bongsu.match;

/// What lives in memory.
final class HeapUsage {
  private HeapUsage() {}

  /// Bytes, after some collections.
  static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
