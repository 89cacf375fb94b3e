package dev.bongsu.chat;

import java.util.List;
import java.util.function.Supplier;

/// A platform's way to say something.
public interface ChatSender {
  /// The platform this sender speaks to.
  Platform platform();

  /// What the platform counts our requests by: one name for each token, without the token.
  default String account() {
    return platform().code();
  }

  /// Whether the platform itself is there, which a gateway's page does not say. Asked before a
  /// message is tried again, so that an outage uses up none of its tries.
  ///
  /// May take a request, and as long as one.
  default boolean isReachable() {
    return true;
  }

  /// The sends that a message takes, in order; at least one. Each waits for the platform's word on
  /// it, and says what became of it; expected trouble is a [SendResult], an exception is a bug.
  ///
  /// The same message makes the same sends each time, so that a process that is started again can
  /// go on where another ended.
  ///
  /// @param plain without markup and buttons, because the platform refused them before
  List<Supplier<SendResult>> prepare(ChatId chat, Message message, boolean plain);
}
