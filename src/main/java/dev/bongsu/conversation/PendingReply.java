package dev.bongsu.conversation;

/// A reply whose network work is done; committing it changes the database.
@FunctionalInterface
public interface PendingReply {
  /// Applies the change and returns the reply. Runs in the transaction that marks the message as
  /// done.
  Reply commit();

  /// Whether the work is not done, because it needs a long time: then the message is set aside, and
  /// its command runs once more in a context that [CommandContext#mayTakeLong()].
  default boolean isTooLong() {
    return false;
  }

  /// A command that needs a long time.
  ///
  /// @param refusal the reply if the person has too many such commands waiting
  static PendingReply tooLong(String refusal) {
    return new TooLong(refusal);
  }

  /// A reply that changes nothing.
  static PendingReply ofText(String text) {
    return () -> Reply.of(text);
  }

  /// The work is left for later.
  record TooLong(String refusal) implements PendingReply {
    @Override
    public boolean isTooLong() {
      return true;
    }

    @Override
    public Reply commit() {
      return Reply.of(refusal);
    }
  }
}
