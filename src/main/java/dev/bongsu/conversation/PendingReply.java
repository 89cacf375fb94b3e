package dev.bongsu.conversation;

/// An answer whose network work is done: what is left changes the database.
@FunctionalInterface
public interface PendingReply {
  /// Does what was asked and says so. Runs in the transaction that marks the words as answered.
  Reply commit();

  /// An answer that changes nothing.
  static PendingReply ofText(String text) {
    return () -> Reply.of(text);
  }
}
