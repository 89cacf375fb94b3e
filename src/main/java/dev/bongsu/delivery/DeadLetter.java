package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import java.time.Instant;

/// A delivery that was given up.
///
/// @param id for replaying it
/// @param article an alert's link; blank if it has none, and for all that is no alert
/// @param ended when it was given up
public record DeadLetter(
    long id, ChatId chat, Kind kind, String article, int attempts, Instant ended, String reason) {

  /// What could not be delivered.
  public enum Kind {
    REPLY,
    ALERT,
    /// Many alerts in one message.
    DIGEST
  }
}
