package dev.bongsu.conversation;

import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.ReplyMode;

/// Chooses the mode of a reply by the source of the message.
final class ReplyModes {
  private ReplyModes() {}

  static ReplyMode of(Inbound inbound, Reply.Destination destination) {
    Inbound.Source source = inbound.source();
    return switch (source.kind()) {
      case HOME -> new ReplyMode(ReplyMode.Kind.HOME, "", "", inbound.sender());
      case TYPED -> ReplyMode.NEW_MESSAGE;
      case EPHEMERAL ->
          destination == Reply.Destination.CHAT
              ? ReplyMode.NEW_MESSAGE
              : new ReplyMode(ReplyMode.Kind.MESSAGE, "", "", inbound.sender());
      case PRESS -> ofPress(inbound, destination);
    };
  }

  private static ReplyMode ofPress(Inbound inbound, Reply.Destination destination) {
    Inbound.Source source = inbound.source();
    return switch (destination) {
      case NOTE -> new ReplyMode(ReplyMode.Kind.NOTE, "", source.callback(), inbound.sender());
      case SAME_MESSAGE ->
          new ReplyMode(ReplyMode.Kind.MESSAGE, source.messageId(), source.callback(), "");
      case CHAT -> new ReplyMode(ReplyMode.Kind.MESSAGE, "", source.callback(), "");
      case SENDER -> new ReplyMode(ReplyMode.Kind.MESSAGE, "", source.callback(), inbound.sender());
    };
  }
}
