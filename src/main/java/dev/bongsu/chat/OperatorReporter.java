package dev.bongsu.chat;

/// Reports problems to the person who runs the bot.
public interface OperatorReporter {
  /// Reports a problem in the operator's chat, if there is one, and in the log: at most once an
  /// hour for one kind and subject. Reports in between are counted and added to the next one.
  ///
  /// @param subject tells problems of one kind apart; may be blank
  /// @param detail in one line, without secrets
  void report(OperatorNotice notice, String subject, String detail);
}
