package dev.bongsu.delivery;

/// Who goes first.
enum Urgency {
  REPLY(0),
  ALERT(1);

  private final int code;

  Urgency(int code) {
    this.code = code;
  }

  /// The number in tables.
  int code() {
    return code;
  }
}
