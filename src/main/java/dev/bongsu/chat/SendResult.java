package dev.bongsu.chat;

/// What became of one send.
public sealed interface SendResult {

  /// The platform has it.
  ///
  /// @param messageId the platform's id of the message
  record Sent(String messageId) implements SendResult {}

  /// Not now: to be tried again.
  ///
  /// @param reason for the operator, without secrets
  record Later(String reason) implements SendResult {}

  /// Never: trying again will not help.
  ///
  /// @param reason for the operator, without secrets
  record Refused(String reason) implements SendResult {}
}
