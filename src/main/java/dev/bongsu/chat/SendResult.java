package dev.bongsu.chat;

import java.time.Duration;

/// The outcome of one send. Every reason is for the operator, in one line, without secrets.
///
/// An outcome that says "not sent" can be retried safely; [MaybeSent] cannot.
public sealed interface SendResult {

  /// The platform accepted it.
  ///
  /// @param messageId the platform's id of the message
  record Sent(String messageId) implements SendResult {}

  /// Not sent: too many requests; the platform says when to retry.
  ///
  /// @param retryAfter as the platform says, at most a week: then it is asked again
  record RateLimited(String reason, Duration retryAfter) implements SendResult {
    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(7);

    public RateLimited {
      retryAfter = retryAfter.compareTo(MAX_RETRY_AFTER) < 0 ? retryAfter : MAX_RETRY_AFTER;
    }
  }

  /// Not sent: the platform was not reached, which says nothing about the message.
  record Unreachable(String reason) implements SendResult {}

  /// Not sent: the platform cannot do it now, or answered with an unknown error.
  record TemporaryFailure(String reason) implements SendResult {}

  /// Unknown: the request was written, and no readable answer came.
  ///
  /// @param answered whether there was an answer at all: an error page of a gateway rarely hides a
  ///   message that arrived
  record MaybeSent(String reason, boolean answered) implements SendResult {}

  /// Not sent: the chat cannot be written to until it becomes reachable again.
  record ChatGone(GoneReason goneReason, String reason) implements SendResult {}

  /// Not sent: the chat has a new id.
  ///
  /// @param channel the new id, on the same platform and workspace
  record ChatMoved(String channel) implements SendResult {}

  /// Not sent: our markup, buttons or text were refused, which is a bug of ours.
  record InvalidMessage(String reason) implements SendResult {}

  /// Not sent: the platform rejects our token for every chat.
  record TokenRejected(String reason) implements SendResult {}

  /// Not sent: a retry will not help.
  record PermanentFailure(String reason) implements SendResult {}
}
