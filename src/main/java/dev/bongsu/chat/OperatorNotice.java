package dev.bongsu.chat;

import java.util.Locale;

/// The problems that are reported to the operator.
public enum OperatorNotice {
  /// Deliveries failed for good; the subject is blank, the detail the number of the last one.
  DEAD_LETTERS,
  /// A platform rejects our token; the subject is the platform.
  TOKEN_DEAD,
  /// A chat is unreachable until an administrator acts; the subject is blank, the detail says which
  /// chat and why.
  CHAT_GONE,
  /// A feed is gone for good; the subject is its number and name, without secrets, the detail the
  /// number of chats that are notified.
  FEED_DEAD,
  /// A feed could not be read for three days and is still polled; as [#FEED_DEAD].
  FEED_FAILING,
  /// Shared feeds brought nothing for 60 days; the subject is blank, the detail their names.
  FEED_IDLE,
  /// An item has waited in a queue for long; the subject is the queue.
  QUEUE_OLD,
  /// This machine's clock differs from the database's; the detail says by how much.
  CLOCK_OFF,
  /// The database cannot be written to.
  DATABASE_STUCK;

  /// The name in tables and keys of texts: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
