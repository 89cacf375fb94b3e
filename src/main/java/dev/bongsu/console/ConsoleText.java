package dev.bongsu.console;

import dev.bongsu.chat.AlertLines;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.DigestPages;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.TimeFormat;
import dev.bongsu.chat.WebLink;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message as plain lines.
public final class ConsoleText {
  private static final String INDENT = "   ";
  private static final Pattern WHITESPACE = Pattern.compile("[\\s\\u0085\\p{Zl}\\p{Zp}]+");
  private static final Pattern CONTROLS =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF&&[^\\n"
              + "]]");

  private ConsoleText() {}

  /// The lines, without control characters.
  public static String of(Message message) {
    return switch (message) {
      case Message.Text text -> withoutControls(text.text() + buttonLines(text.buttons()));
      case Message.Alert alert -> withoutControls(alert(alert));
      case Message.Digest digest -> withoutControls("🔔 " + digest(digest));
    };
  }

  /// A terminal has no buttons: their commands are printed to be typed.
  private static String buttonLines(List<List<Button>> buttons) {
    return buttons.stream()
        .flatMap(List::stream)
        .filter(button -> !button.command().isEmpty())
        .map(button -> "\n" + INDENT + "[" + button.label() + "] " + button.command())
        .collect(Collectors.joining());
  }

  private static String digest(Message.Digest digest) {
    Function<Message.Item, String> entry =
        item -> oneLine(item.title()) + "\n" + INDENT + link(item.link());
    return new DigestPages.Page(1, digest.items()).render(oneLine(digest.heading()), entry);
  }

  private static String alert(Message.Alert alert) {
    Stream<String> lines =
        Stream.of(
                List.of(alert.title()),
                alert.summary(),
                List.of(origin(alert), AlertLines.reason(alert)),
                List.of(link(alert.link())))
            .flatMap(List::stream)
            .map(ConsoleText::oneLine)
            .filter(line -> !line.isBlank());
    return "🔔 " + lines.collect(Collectors.joining("\n" + INDENT));
  }

  private static String origin(Message.Alert alert) {
    String time =
        alert.published() == null
            ? ""
            : TimeFormat.dateTimeWithZone(alert.published(), alert.locale());
    return AlertLines.joinWithDots(alert.source(), time, alert.presentation().language());
  }

  /// Blank unless it is http or https.
  private static String link(URI address) {
    return WebLink.of(address).map(_ -> oneLine(address.toString())).orElse("");
  }

  /// Line breaks in an article's text would let it imitate lines of the bot.
  private static String oneLine(String text) {
    return WHITESPACE.matcher(text).replaceAll(" ").strip();
  }

  /// A terminal executes control characters, and bidirectional ones reorder the text around them.
  private static String withoutControls(String text) {
    return CONTROLS.matcher(text.replace('\t', ' ')).replaceAll("");
  }
}
