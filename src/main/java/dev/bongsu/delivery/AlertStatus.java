package dev.bongsu.delivery;

import java.time.Instant;

/// The status of an alert.
///
/// @param time when it reached that state, or when it was created if it waits
public record AlertStatus(State state, Instant time) {

  /// The states, the furthest first.
  public enum State {
    SENT,
    WAITING,
    /// In one message with others, sent or waiting.
    IN_DIGEST,
    /// It could not be delivered.
    DEAD,
    /// No subscription asked for it any more.
    DROPPED
  }
}
