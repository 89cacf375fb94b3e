package dev.bongsu.chat;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines of an alert that are the same on every platform, before its markup.
public final class AlertReasonLine {
  private AlertReasonLine() {}

  /// Why the alert came: the subscriptions that matched and the words that matched, in the reader's
  /// language; blank if neither is known. Not escaped; may contain line breaks.
  public static String of(Message.Alert alert) {
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

  /// The parts that are not blank, joined by a middle dot.
  public static String joinWithDots(String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
  }
}
