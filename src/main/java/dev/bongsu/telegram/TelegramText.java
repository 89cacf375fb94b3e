package dev.bongsu.telegram;

import dev.bongsu.chat.AlertWords;
import dev.bongsu.chat.DigestPages;
import dev.bongsu.chat.Marked;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message's text, cut to what Telegram takes.
///
/// Telegram counts 4 096 UTF-16 units after it has read the entities; here the limit holds for the
/// text as written, tags and entities included, which is never more.
final class TelegramText {
  /// UTF-16 units of one message.
  static final int MOST = 4096;

  /// Messages of one reply; what is longer ends in `…`.
  static final int MOST_PARTS = 5;

  private static final int TITLE = 1600;

  /// Bold takes seven more.
  private static final int HEADING = DigestPages.HEADING - 10;

  private static final int ORIGIN = 300;
  private static final int WHY = 600;
  private static final int LINE_ENDS = 5;
  private static final int ITEM = 300;
  private static final int LONGEST_LINK = 1600;

  private TelegramText() {}

  /// An alert: title, summary, where it comes from, why it came, its link. The summary gives way
  /// when it is too long; a link of thousands of characters is left to the button.
  static String of(Message.Alert alert, Markup markup) {
    String title = markup.bold(markup.within(oneLine(alert.title()), TITLE));
    String origin = markup.within(origin(alert), ORIGIN);
    String why = markup.within(oneLine(AlertWords.why(alert)), WHY);
    int free = MOST - title.length() - origin.length() - why.length() - LINE_ENDS;
    String link = markup.link(alert.link());
    String tail = joined("\n", origin, why, link.length() < free ? link : "");
    int room = MOST - title.length() - tail.length() - LINE_ENDS;
    String summary = summary(alert, markup, room);
    return joined("\n\n", joined("\n", title, summary), tail);
  }

  /// A digest's articles, message by message, as they fit in either markup: HTML is the longer.
  static List<DigestPages.Page> pages(Message.Digest digest) {
    return DigestPages.divide(digest, item -> entry(item, Markup.HTML), MOST);
  }

  /// One message of a digest.
  static String of(Message.Digest digest, DigestPages.Page page, Markup markup) {
    return page.write(heading(digest, markup), item -> entry(item, markup));
  }

  private static String heading(Message.Digest digest, Markup markup) {
    return markup.bold(markup.within(oneLine(digest.heading()), HEADING));
  }

  private static String entry(Message.Item item, Markup markup) {
    String title = markup.within(oneLine(item.title()), ITEM);
    String link = markup.link(item.link());
    return link.length() < LONGEST_LINK ? title + "\n" + link : title;
  }

  /// With the words marked that matched, if there is room for the marks.
  private static String summary(Message.Alert alert, Markup markup, int room) {
    String text = String.join(" ", alert.summary());
    String marked =
        Marked.pieces(text, alert.matched()).stream()
            .map(
                piece ->
                    piece.marked()
                        ? markup.bold(markup.all(piece.text()))
                        : markup.all(piece.text()))
            .collect(Collectors.joining());
    return marked.length() <= room ? marked : markup.within(text, room);
  }

  /// An answer, in as many messages as it needs, divided between lines where that is possible.
  ///
  /// @return pieces that make up the text, neither blank nor longer than a message in any markup
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (!rest.isBlank() && parts.size() < MOST_PARTS) {
      int end = endOfPart(rest);
      parts.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    if (!rest.isBlank()) {
      parts.add(parts.removeLast() + "…");
    }
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }

  private static int endOfPart(String text) {
    int fits = fitting(text);
    if (fits == text.length()) {
      return fits;
    }
    int lines = text.lastIndexOf('\n', fits - 1) + 1;
    int words = text.lastIndexOf(' ', fits - 1) + 1;
    return lines > 0 ? lines : words > 0 ? words : fits;
  }

  /// How much of a text fits into one message and leaves room for `…`.
  private static int fitting(String text) {
    int written = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      written += Markup.HTML.character(character).length();
      if (written >= MOST) {
        return i;
      }
      i += Character.charCount(character);
    }
    return text.length();
  }

  private static String origin(Message.Alert alert) {
    String time = alert.published() == null ? "" : Moment.of(alert.published(), alert.reader());
    return AlertWords.joined(oneLine(alert.source()), time, alert.look().language());
  }

  /// A title that holds a line's end could look like two.
  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
  }
}
