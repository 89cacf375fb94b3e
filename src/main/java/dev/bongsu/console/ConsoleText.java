package dev.bongsu.console;

import dev.bongsu.chat.AlertWords;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.DigestPages;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Moment;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message as plain lines.
public final class ConsoleText {
  private static final String INDENT = "   ";
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\p{Zl}\\p{Zp}]+");
  private static final Pattern CONTROLS =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF&&[^\\n"
              + "]]");

  private ConsoleText() {}

  /// The lines, without a control character of a stranger.
  public static String of(Message message) {
    return switch (message) {
      case Message.Text text -> withoutControls(text.text() + typed(text.buttons()));
      case Message.Alert alert -> withoutControls(alert(alert));
      case Message.Digest digest -> withoutControls("🔔 " + digest(digest));
    };
  }

  /// A terminal has no buttons: what they say is there to be typed.
  private static String typed(List<List<Button>> buttons) {
    return buttons.stream()
        .flatMap(List::stream)
        .filter(button -> !button.typed().isEmpty())
        .map(button -> "\n" + INDENT + "[" + button.label() + "] " + button.typed())
        .collect(Collectors.joining());
  }

  private static String digest(Message.Digest digest) {
    Function<Message.Item, String> entry =
        item -> oneLine(item.title()) + "\n" + INDENT + oneLine(item.link().toString());
    return new DigestPages.Page(1, digest.items()).write(oneLine(digest.heading()), entry);
  }

  private static String alert(Message.Alert alert) {
    Stream<String> lines =
        Stream.of(
                List.of(alert.title()),
                alert.summary(),
                List.of(origin(alert), AlertWords.why(alert)),
                List.of(alert.link().toString()))
            .flatMap(List::stream)
            .map(ConsoleText::oneLine)
            .filter(line -> !line.isBlank());
    return "🔔 " + lines.collect(Collectors.joining("\n" + INDENT));
  }

  private static String origin(Message.Alert alert) {
    String time =
        alert.published() == null ? "" : Moment.withZone(alert.published(), alert.reader());
    return AlertWords.joined(alert.source(), time, alert.look().language());
  }

  /// What an article says never breaks a line of ours: somebody else's words would pass for ours.
  private static String oneLine(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /// A terminal obeys control characters, and bidirectional ones let a stranger's text turn round
  /// what stands beside it: none of them may reach it.
  private static String withoutControls(String text) {
    return CONTROLS.matcher(text.replace('\t', ' ')).replaceAll("");
  }
}
