package dev.bongsu.conversation;

/// A reply whose network work is done; committing it changes the database.
@FunctionalInterface
public interface PendingReply {
  /// Applies the change and returns the reply. Runs in the transaction that marks the message as
  /// done.
  Reply commit();

  /// A reply that changes nothing.
  static PendingReply ofText(String text) {
    return () -> Reply.of(text);
  }
}
