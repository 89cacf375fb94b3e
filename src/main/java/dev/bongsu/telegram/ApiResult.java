package dev.bongsu.telegram;

import dev.bongsu.chat.SendResult;
import tools.jackson.databind.JsonNode;

/// What Telegram said to one call.
public sealed interface ApiResult {

  /// Done.
  ///
  /// @param result as it came; never null
  record Ok(JsonNode result) implements ApiResult {}

  /// Not done, or not known to be done.
  ///
  /// @param code Telegram's error code; 0 if no readable answer came
  /// @param reason in one line for the operator, without secrets
  /// @param retryAfterSeconds how long Telegram wants to be left alone; 0 if it did not say
  /// @param sendResult what it means if the call was a send
  record Failed(
      FailureKind kind, int code, String reason, int retryAfterSeconds, SendResult sendResult)
      implements ApiResult {
    private static final int SERVER_ERROR = 500;

    /// Something came that the Bot API would not say: a gateway's page, or nothing.
    static Failed malformed() {
      return unreadable("an answer that is not the Bot API's", true);
    }

    /// No readable answer came.
    ///
    /// @param answered whether anything came
    static Failed unreadable(String reason, boolean answered) {
      return new Failed(
          FailureKind.OTHER, 0, reason, 0, new SendResult.MaybeSent(reason, answered));
    }

    /// Whether Telegram is there: it spoke itself, and not of trouble of its own. What a gateway
    /// says in its place is no answer.
    boolean provesAvailable() {
      return code > 0 && code < SERVER_ERROR && !(sendResult instanceof SendResult.Unreachable);
    }

    /// The request surely did not arrive.
    static Failed notReached(String reason) {
      return new Failed(FailureKind.OTHER, 0, reason, 0, new SendResult.Unreachable(reason));
    }
  }
}
