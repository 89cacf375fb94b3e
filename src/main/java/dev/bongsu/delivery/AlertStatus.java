package dev.bongsu.delivery;

import java.time.Instant;

/// What became of an alert.
///
/// @param state how far it has come
/// @param time when it came to that, or when it was made if it is on its way
public record AlertStatus(State state, Instant time) {

  /// How far an alert has come.
  public enum State {
    SENT,
    WAITING,
    /// Told among others in one message, or about to be.
    IN_DIGEST,
    /// It could not be delivered.
    DEAD,
    /// Nobody asked for it any more.
    DROPPED
  }
}
