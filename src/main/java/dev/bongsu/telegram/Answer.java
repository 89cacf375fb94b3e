package dev.bongsu.telegram;

import tools.jackson.databind.JsonNode;

/// What Telegram said to one call.
public sealed interface Answer {

  /// Done.
  ///
  /// @param result as it came; never null
  record Ok(JsonNode result) implements Answer {}

  /// Not done, or not known to be done.
  ///
  /// @param code Telegram's error code; 0 if no readable answer came
  /// @param reason in one line for the operator, without secrets
  /// @param retryAfterSeconds how long Telegram wants to be left alone; 0 if it did not say
  record Failed(Failure kind, int code, String reason, int retryAfterSeconds) implements Answer {

    /// Something came that the Bot API would not say.
    static Failed strange() {
      return new Failed(Failure.TRANSIENT, 0, "an answer that is not the Bot API's", 0);
    }
  }
}
