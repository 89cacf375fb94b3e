package dev.bongsu.chat;

import java.util.List;
import java.util.function.Supplier;

/// Sends messages to the chats of one platform.
public interface ChatSender {
  /// The platform this sender sends to.
  Platform platform();

  /// The name under which the platform limits our requests: one for each token, without the token.
  default String account() {
    return platform().code();
  }

  /// Whether the platform itself answers, not only a gateway before it. Called before a message is
  /// retried, so that an outage uses up none of its attempts.
  ///
  /// May make one request.
  default boolean isReachable() {
    return true;
  }

  /// The sends that make up a message, in order; at least one. Each waits for the platform's
  /// answer; an expected failure is a [SendResult], an exception is a bug.
  ///
  /// The same message makes the same sends each time, so that a restarted process can continue
  /// after the last one that was sent.
  ///
  /// @param plain whether to leave out markup and buttons, because the platform refused them
  List<Supplier<SendResult>> prepare(ChatId chat, Message message, boolean plain);
}
