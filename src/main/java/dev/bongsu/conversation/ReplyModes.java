package dev.bongsu.conversation;

import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.ReplyMode;

/// In which way a reply goes back, by the way it was asked for.
final class ReplyModes {
  private ReplyModes() {}

  static ReplyMode of(Inbound inbound, Reply.Destination place) {
    Inbound.Source way = inbound.source();
    return switch (way.kind()) {
      case HOME -> new ReplyMode(ReplyMode.Kind.HOME, "", "", inbound.sender());
      case TYPED -> ReplyMode.NEW_MESSAGE;
      case EPHEMERAL ->
          place == Reply.Destination.CHAT
              ? ReplyMode.NEW_MESSAGE
              : new ReplyMode(ReplyMode.Kind.MESSAGE, "", "", inbound.sender());
      case PRESS -> ofPress(inbound, place);
    };
  }

  private static ReplyMode ofPress(Inbound inbound, Reply.Destination place) {
    Inbound.Source way = inbound.source();
    return switch (place) {
      case NOTE -> new ReplyMode(ReplyMode.Kind.NOTE, "", way.callback(), inbound.sender());
      case SAME_MESSAGE ->
          new ReplyMode(ReplyMode.Kind.MESSAGE, way.messageId(), way.callback(), "");
      case CHAT -> new ReplyMode(ReplyMode.Kind.MESSAGE, "", way.callback(), "");
      case SENDER -> new ReplyMode(ReplyMode.Kind.MESSAGE, "", way.callback(), inbound.sender());
    };
  }
}
