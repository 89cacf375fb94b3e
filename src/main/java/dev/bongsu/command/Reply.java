package dev.bongsu.command;

import dev.bongsu.chat.Button;
import java.util.Arrays;
import java.util.List;

/// What is replied.
///
/// @param text plain lines; not blank
/// @param buttons rows of them
/// @param place where it goes
record Reply(String text, List<List<Button>> buttons, Place place) {

  /// Where a reply goes, if the platform can do it.
  enum Place {
    /// To who asked, if only they have asked; to the chat otherwise.
    ASKER,
    /// To the chat: what changed concerns all in it.
    CHAT,
    /// In place of the message whose button was pressed.
    SAME_MESSAGE,
    /// A few words beside the button.
    NOTE
  }

  static Reply of(String text) {
    return new Reply(text, List.of(), Place.ASKER);
  }

  /// To who asked.
  static Reply note(String text) {
    return new Reply(text, List.of(), Place.NOTE);
  }

  Reply toChat() {
    return new Reply(text, buttons, Place.CHAT);
  }

  Reply inPlace() {
    return new Reply(text, buttons, Place.SAME_MESSAGE);
  }

  /// With one more row of buttons.
  Reply row(Button... row) {
    return rows(List.of(Arrays.asList(row)));
  }

  /// With more rows of buttons.
  Reply rows(List<List<Button>> more) {
    List<List<Button>> all =
        java.util.stream.Stream.concat(buttons.stream(), more.stream()).toList();
    return new Reply(text, all, place);
  }
}
