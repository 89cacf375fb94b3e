package dev.bongsu.conversation;

import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Manner;

/// In which way a reply goes back, by the way it was asked for.
final class Manners {
  private Manners() {}

  static Manner of(Inbound inbound, Reply.Place place) {
    Inbound.Way way = inbound.way();
    return switch (way.kind()) {
      case HOME -> new Manner(Manner.Kind.HOME, "", "", inbound.sender());
      case TYPED -> Manner.PLAIN;
      case ASIDE ->
          place == Reply.Place.CHAT
              ? Manner.PLAIN
              : new Manner(Manner.Kind.MESSAGE, "", "", inbound.sender());
      case PRESS -> pressed(inbound, place);
    };
  }

  private static Manner pressed(Inbound inbound, Reply.Place place) {
    Inbound.Way way = inbound.way();
    return switch (place) {
      case NOTE -> new Manner(Manner.Kind.NOTE, "", way.press(), inbound.sender());
      case SAME_MESSAGE -> new Manner(Manner.Kind.MESSAGE, way.message(), way.press(), "");
      case CHAT -> new Manner(Manner.Kind.MESSAGE, "", way.press(), "");
      case ASKER -> new Manner(Manner.Kind.MESSAGE, "", way.press(), inbound.sender());
    };
  }
}
