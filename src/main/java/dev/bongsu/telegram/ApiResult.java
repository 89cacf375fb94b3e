package dev.bongsu.telegram;

import dev.bongsu.chat.SendResult;
import tools.jackson.databind.JsonNode;

/// Telegram's answer to one call.
public sealed interface ApiResult {

  /// The call succeeded.
  ///
  /// @param result as it came; never null
  record Ok(JsonNode result) implements ApiResult {}

  /// The call failed, or its outcome is unknown.
  ///
  /// @param code Telegram's error code; 0 if no readable answer came
  /// @param reason in one line for the operator, without secrets
  /// @param retryAfterSeconds seconds until the next request is allowed; 0 if not given
  /// @param sendResult the outcome if the call was a send
  record Failed(
      FailureKind kind, int code, String reason, int retryAfterSeconds, SendResult sendResult)
      implements ApiResult {
    private static final int SERVER_ERROR = 500;

    /// An answer that is not from the Bot API, such as a gateway's page.
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

    /// Whether the Bot API itself answered, without a server error; a gateway's answer does not
    /// count.
    boolean provesAvailable() {
      return code > 0 && code < SERVER_ERROR && !(sendResult instanceof SendResult.Unreachable);
    }

    /// The request did not reach Telegram.
    static Failed notReached(String reason) {
      return new Failed(FailureKind.OTHER, 0, reason, 0, new SendResult.Unreachable(reason));
    }
  }
}
