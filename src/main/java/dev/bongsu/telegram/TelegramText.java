package dev.bongsu.telegram;

import dev.bongsu.chat.AlertLines;
import dev.bongsu.chat.DigestPages;
import dev.bongsu.chat.Highlighter;
import dev.bongsu.chat.Message;
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
  static final int MAX_LENGTH = 4096;

  /// Messages of one reply; what is longer ends in `…`.
  static final int MAX_PARTS = 5;

  private static final int MAX_TITLE = 1600;

  /// Bold takes seven more.
  private static final int MAX_HEADING = DigestPages.MAX_HEADING_CHARACTERS - 10;

  private static final int MAX_ORIGIN = 300;
  private static final int MAX_REASON = 600;
  private static final int LINE_ENDS = 5;
  private static final int MAX_ITEM_TITLE = 300;
  private static final int MAX_LINK = 1600;

  private TelegramText() {}

  /// An alert: title, summary, where it comes from, why it came, its link. The summary is cut if
  /// the whole is too long; a link of thousands of characters is left to the button.
  static String of(Message.Alert alert, TelegramMarkup markup) {
    String title = markup.bold(markup.truncate(AlertLines.oneLine(alert.title()), MAX_TITLE));
    String origin = markup.truncate(AlertLines.origin(alert, ""), MAX_ORIGIN);
    String why = markup.truncate(AlertLines.oneLine(AlertLines.reason(alert)), MAX_REASON);
    int free = MAX_LENGTH - title.length() - origin.length() - why.length() - LINE_ENDS;
    String link = markup.link(alert.link());
    String tail = joined("\n", origin, why, link.length() < free ? link : "");
    int room = MAX_LENGTH - title.length() - tail.length() - LINE_ENDS;
    String summary = summary(alert, markup, room);
    return joined("\n\n", joined("\n", title, summary), tail);
  }

  /// A digest's articles, message by message, as they fit in either markup: HTML is the longer.
  static List<DigestPages.Page> pages(Message.Digest digest) {
    return DigestPages.paginate(digest, item -> entry(item, TelegramMarkup.HTML), MAX_LENGTH);
  }

  /// One message of a digest.
  static String of(Message.Digest digest, DigestPages.Page page, TelegramMarkup markup) {
    return page.render(heading(digest, markup), item -> entry(item, markup));
  }

  private static String heading(Message.Digest digest, TelegramMarkup markup) {
    return markup.bold(markup.truncate(AlertLines.oneLine(digest.heading()), MAX_HEADING));
  }

  private static String entry(Message.Item item, TelegramMarkup markup) {
    String title = markup.truncate(AlertLines.oneLine(item.title()), MAX_ITEM_TITLE);
    String link = markup.link(item.link());
    return !link.isEmpty() && link.length() < MAX_LINK ? title + "\n" + link : title;
  }

  /// With the matched words in bold, if there is room for the tags.
  private static String summary(Message.Alert alert, TelegramMarkup markup, int room) {
    String text = String.join(" ", alert.summary());
    String marked =
        Highlighter.split(text, alert.matchedWords()).stream()
            .map(
                piece ->
                    piece.highlighted()
                        ? markup.bold(markup.escape(piece.text()))
                        : markup.escape(piece.text()))
            .collect(Collectors.joining());
    return marked.length() <= room ? marked : markup.truncate(text, room);
  }

  /// An answer, in as many messages as it needs, divided between lines where that is possible.
  ///
  /// @return pieces that make up the text, neither blank nor longer than a message in any markup
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (!rest.isBlank() && parts.size() < MAX_PARTS) {
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
    int fits = fittingLength(text);
    if (fits == text.length()) {
      return fits;
    }
    int lines = text.lastIndexOf('\n', fits - 1) + 1;
    int words = text.lastIndexOf(' ', fits - 1) + 1;
    return lines > 0 ? lines : words > 0 ? words : fits;
  }

  /// How much of a text fits into one message and leaves room for `…`.
  private static int fittingLength(String text) {
    int written = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      written += TelegramMarkup.HTML.escapeCodePoint(character).length();
      if (written >= MAX_LENGTH) {
        return i;
      }
      i += Character.charCount(character);
    }
    return text.length();
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
  }
}
