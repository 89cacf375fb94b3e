package dev.bongsu.chat;

/// A platform's way to say something.
public interface ChatSender {
  /// The platform this sender speaks to.
  Platform platform();

  /// Sends one message and waits for the platform's word on it.
  ///
  /// Expected trouble is a [SendResult]; an exception is a bug and is treated as
  /// [SendResult.Later].
  SendResult send(ChatId chat, Message message);
}
