package dev.bongsu.conversation;

import dev.bongsu.chat.Button;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The reply to a message or button press.
///
/// @param text plain lines; blank for no reply
/// @param buttons rows of them
/// @param destination where it goes
/// @param followUps texts of further messages, in order
public record Reply(
    String text, List<List<Button>> buttons, Destination destination, List<String> followUps) {
  public Reply {
    followUps = List.copyOf(followUps);
  }

  /// Where a reply goes, if the platform supports it.
  enum Destination {
    /// To the sender alone if only the bot saw the message; to the chat otherwise.
    SENDER,
    /// To the chat, because the change concerns everybody in it.
    CHAT,
    /// Replaces the message whose button was pressed.
    SAME_MESSAGE,
    /// A short notice beside the button.
    NOTE
  }

  public static Reply of(String text) {
    return new Reply(text, List.of(), Destination.SENDER, List.of());
  }

  /// A reply in several messages.
  ///
  /// @param texts at least one
  public static Reply of(List<String> texts) {
    return new Reply(
        texts.getFirst(), List.of(), Destination.SENDER, texts.subList(1, texts.size()));
  }

  /// A short notice to the sender.
  public static Reply note(String text) {
    return new Reply(text, List.of(), Destination.NOTE, List.of());
  }

  /// The same buttons below another text.
  public Reply withText(String other) {
    return new Reply(other, buttons, destination, followUps);
  }

  public Reply toChat() {
    return new Reply(text, buttons, Destination.CHAT, followUps);
  }

  public Reply inPlace() {
    return new Reply(text, buttons, Destination.SAME_MESSAGE, followUps);
  }

  /// With one more row of buttons.
  public Reply withRow(Button... row) {
    return withRows(List.of(Arrays.asList(row)));
  }

  /// With more rows of buttons.
  public Reply withRows(List<List<Button>> added) {
    List<List<Button>> all = Stream.concat(buttons.stream(), added.stream()).toList();
    return new Reply(text, all, destination, followUps);
  }

  /// With more buttons, in rows of at most so many.
  public Reply withRowsOf(int most, List<Button> added) {
    return withRows(
        IntStream.range(0, Math.ceilDiv(added.size(), most))
            .mapToObj(i -> added.subList(i * most, Math.min((i + 1) * most, added.size())))
            .toList());
  }
}
