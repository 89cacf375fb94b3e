package dev.bongsu.chat;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A button below a message: it opens an address, or says something to the bot.
///
/// @param label in the reader's language; not blank
/// @param payload what comes back when it is pressed, made by [ButtonSigner]; blank for a link
/// @param command the same as a command, where there are no buttons; blank if there is none
/// @param link what it opens; null if it says something
public record Button(String label, String payload, String command, @Nullable URI link) {
  public Button {
    if (label.isBlank() || payload.isBlank() == (link == null)) {
      throw new IllegalArgumentException("a button says something or opens something");
    }
  }

  /// A button that says something to the bot.
  public static Button ofAction(String label, String press, String typed) {
    return new Button(label, press, typed, null);
  }

  /// A button that opens an address.
  public static Button ofLink(String label, URI link) {
    return new Button(label, "", "", link);
  }
}
