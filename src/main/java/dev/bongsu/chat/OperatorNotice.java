package dev.bongsu.chat;

import java.util.Locale;

/// The kinds of trouble that the operator should hear of.
public enum OperatorNotice {
  /// Deliveries were given up; subject blank, the detail is the last one's number.
  DEAD_LETTERS,
  /// A platform takes our token no more; the subject is the platform.
  TOKEN_DEAD,
  /// A chat that an operator can give back to the bot; subject blank, the detail says which and
  /// why.
  CHAT_GONE,
  /// A feed is gone for good; the subject is its number and name, without secrets, the detail the
  /// number of chats that hear of it.
  FEED_DEAD,
  /// A feed could not be read for three days, and is asked on; as [#FEED_DEAD].
  FEED_FAILING,
  /// Something waits in a queue for long; the subject is the queue.
  QUEUE_OLD,
  /// This machine's clock is not the database's; the detail says by how much.
  CLOCK_OFF,
  /// The database cannot be written to.
  DATABASE_STUCK;

  /// The name in tables and keys of texts: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
