package dev.bongsu.chat;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A button below a message: it opens a link or sends a payload to the bot.
///
/// @param label in the reader's language; not blank
/// @param payload comes back when the button is pressed, made by [ButtonSigner]; blank for a link
/// @param command the command to type where a platform has no buttons; blank if there is none
/// @param link opened by the button; null if it has a payload
public record Button(String label, String payload, String command, @Nullable URI link) {
  public Button {
    if (label.isBlank() || payload.isBlank() == (link == null)) {
      throw new IllegalArgumentException("a button needs a payload or a link, not both");
    }
  }

  /// A button that sends a payload to the bot.
  public static Button ofAction(String label, String payload, String command) {
    return new Button(label, payload, command, null);
  }

  /// A button that opens a link.
  public static Button ofLink(String label, URI link) {
    return new Button(label, "", "", link);
  }
}
