package dev.bongsu.conversation;

import dev.bongsu.chat.Button;
import java.util.Arrays;
import java.util.List;

/// What is replied.
///
/// @param text plain lines; blank if nothing is said
/// @param buttons rows of them
/// @param place where it goes
/// @param more texts of further messages, in order
public record Reply(String text, List<List<Button>> buttons, Place place, List<String> more) {
  public Reply {
    more = List.copyOf(more);
  }

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

  public static Reply of(String text) {
    return new Reply(text, List.of(), Place.ASKER, List.of());
  }

  /// In several messages.
  ///
  /// @param texts at least one
  public static Reply of(List<String> texts) {
    return new Reply(texts.getFirst(), List.of(), Place.ASKER, texts.subList(1, texts.size()));
  }

  /// To who asked.
  public static Reply note(String text) {
    return new Reply(text, List.of(), Place.NOTE, List.of());
  }

  public Reply toChat() {
    return new Reply(text, buttons, Place.CHAT, more);
  }

  public Reply inPlace() {
    return new Reply(text, buttons, Place.SAME_MESSAGE, more);
  }

  /// With one more row of buttons.
  public Reply row(Button... row) {
    return rows(List.of(Arrays.asList(row)));
  }

  /// With more rows of buttons.
  public Reply rows(List<List<Button>> added) {
    List<List<Button>> all =
        java.util.stream.Stream.concat(buttons.stream(), added.stream()).toList();
    return new Reply(text, all, place, more);
  }
}
