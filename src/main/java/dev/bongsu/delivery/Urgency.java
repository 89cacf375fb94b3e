package dev.bongsu.delivery;

/// Who goes first.
enum Urgency {
  REPLY,
  ALERT;

  /// The number in tables.
  int code() {
    return ordinal();
  }

  static Urgency of(int code) {
    return values()[code];
  }
}
