package dev.bongsu.chat;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines of an alert that are the same on every platform, before its markup.
public final class AlertLines {
  private AlertLines() {}

  /// Why the alert came: the subscriptions that matched and the words that matched, in the reader's
  /// language; blank if neither is known. Not escaped; may contain line breaks.
  public static String reason(Message.Alert alert) {
    Translations wording = Translations.in(alert.locale().language());
    String subscription =
        alert.subscriptions().isEmpty()
            ? ""
            : wording.text("alert.subscription", String.join(" / ", alert.subscriptions()));
    String matched =
        alert.matchedWords().isEmpty()
            ? ""
            : wording.text("alert.matched", String.join(", ", alert.matchedWords()));
    return joinWithDots(subscription, matched);
  }

  /// Where the article comes from: source, host, time and language, as far as they are known.
  ///
  /// @param host of the link; blank if it is shown elsewhere
  public static String origin(Message.Alert alert, String host) {
    String time =
        alert.published() == null ? "" : TimeFormat.dateTime(alert.published(), alert.locale());
    return joinWithDots(oneLine(alert.source()), host, time, alert.presentation().language());
  }

  /// In one line: a title with a line break could look like two.
  public static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  /// The parts that are not blank, joined by a middle dot.
  public static String joinWithDots(String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
  }
}
