package dev.bongsu.delivery;

/// The order of a chat's deliveries: replies first.
enum DeliveryPriority {
  REPLY(0),
  ALERT(1);

  private final int code;

  DeliveryPriority(int code) {
    this.code = code;
  }

  /// The number in tables.
  int code() {
    return code;
  }
}
