package dev.bongsu.chat;

/// The person who runs the bot, as whoever finds trouble sees them.
public interface OperatorReporter {
  /// Tells the operator, in their chat if they have one and in the log. About one kind and subject
  /// at most once an hour; what comes in between is counted and told then.
  ///
  /// @param subject of one kind, what to tell apart; may be blank
  /// @param detail in one line, without secrets
  void report(OperatorNotice notice, String subject, String detail);
}
