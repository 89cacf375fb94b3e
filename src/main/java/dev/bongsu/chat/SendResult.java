package dev.bongsu.chat;

import java.time.Duration;

/// What became of one send. Every reason is for the operator, in one line, without secrets.
///
/// What is said to be surely not sent can be sent again freely; [MaybeSent] cannot.
public sealed interface SendResult {

  /// The platform has it.
  ///
  /// @param messageId the platform's id of the message
  record Sent(String messageId) implements SendResult {}

  /// Surely not sent: we asked too often, and are told when to come again.
  ///
  /// @param retryAfter as the platform says, however long; what is beyond a year is nonsense, and a
  ///   year
  record RateLimited(String reason, Duration retryAfter) implements SendResult {
    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(365);

    public RateLimited {
      retryAfter = retryAfter.compareTo(MAX_RETRY_AFTER) < 0 ? retryAfter : MAX_RETRY_AFTER;
    }
  }

  /// Surely not sent: the platform was not reached. Says nothing about the message.
  record Unreachable(String reason) implements SendResult {}

  /// Surely not sent: the platform answered that it cannot do it now, or in words we do not know.
  record TemporaryFailure(String reason) implements SendResult {}

  /// Nobody knows: the request was written, and no readable answer came.
  ///
  /// @param answered whether there was an answer at all: an error page of a gateway rarely hides a
  ///   message that arrived
  record MaybeSent(String reason, boolean answered) implements SendResult {}

  /// Surely not sent: the chat cannot be written to until something brings it back.
  record ChatGone(GoneReason goneReason, String reason) implements SendResult {}

  /// Surely not sent: the chat has another id from now on.
  ///
  /// @param channel the new id, on the same platform and workspace
  record ChatMoved(String channel) implements SendResult {}

  /// Surely not sent: our markup, our buttons or our text was refused. That is a bug of ours.
  record InvalidMessage(String reason) implements SendResult {}

  /// Surely not sent: the platform takes our token no more, for no chat.
  record TokenRejected(String reason) implements SendResult {}

  /// Never: trying again will not help.
  record PermanentFailure(String reason) implements SendResult {}
}
