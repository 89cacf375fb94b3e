package dev.bongsu.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Escapes untrusted text so that Slack shows it literally.
///
/// In every text of Slack `&`, `<` and `>` begin something and are written as entities
/// (docs.slack.dev, "Formatting message text"); so no link or mention in the text works. Formatting
/// such as `*bold*` cannot be escaped: `plain_text` objects ignore it, and elsewhere zero-width
/// spaces disable it.
final class SlackMarkup {
  private static final String ZERO_WIDTH_SPACE = "\u200b";
  private static final String ELLIPSIS = "…";
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
  private static final Pattern LONE_SURROGATES = Pattern.compile("[\\ud800-\\udfff]");
  private static final Pattern FORMATTING = Pattern.compile("[*_~`]");
  private static final Pattern EMOJI = Pattern.compile(":(?=[^\\s:]+:)");
  private static final Pattern QUOTE = Pattern.compile("^(?=\\h*&gt;)", Pattern.MULTILINE);

  private SlackMarkup() {}

  /// For a `plain_text` object, which shows the text unchanged.
  static String escaped(String text) {
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// For a text in Slack's markup, which shows the text with invisible zero-width spaces.
  ///
  /// They surround each formatting sign: whether Slack treats them as letters or as spaces, the
  /// sign has no effect.
  static String neutralized(String text) {
    String signs =
        FORMATTING.matcher(escaped(text)).replaceAll(ZERO_WIDTH_SPACE + "$0" + ZERO_WIDTH_SPACE);
    String names = EMOJI.matcher(signs).replaceAll(":" + ZERO_WIDTH_SPACE);
    return QUOTE.matcher(names).replaceAll(ZERO_WIDTH_SPACE);
  }

  /// The beginning of a text that has at most so many UTF-16 units when escaped; ends in an
  /// ellipsis if there is more.
  static String truncated(String text, int longest) {
    String clean = clean(text);
    if (escaped(clean).length() <= longest) {
      return clean;
    }
    return clean.substring(0, fittingEnd(clean, 0, longest - ELLIPSIS.length())) + ELLIPSIS;
  }

  /// A text in parts of at most so many UTF-16 units each when escaped, split at line ends if
  /// possible. Blank parts are left out.
  static List<String> split(String text, int longest) {
    String clean = clean(text);
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < clean.length()) {
      int end = fittingEnd(clean, start, longest);
      int lineEnd = end == clean.length() ? -1 : clean.lastIndexOf('\n', end);
      boolean atLine = lineEnd > start;
      parts.add(clean.substring(start, atLine ? lineEnd : end));
      start = atLine ? lineEnd + 1 : end;
    }
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }

  /// The end of the longest piece from `start` that fits when escaped.
  private static int fittingEnd(String text, int start, int longest) {
    int length = 0;
    int index = start;
    while (index < text.length()) {
      int point = text.codePointAt(index);
      length += escapedLength(point);
      if (length > longest) {
        return index;
      }
      index += Character.charCount(point);
    }
    return index;
  }

  private static int escapedLength(int point) {
    return switch (point) {
      case '&' -> "&amp;".length();
      case '<', '>' -> "&lt;".length();
      default -> Character.charCount(point);
    };
  }

  /// Without control characters except the line feed, and without lone surrogates, which cannot be
  /// encoded.
  private static String clean(String text) {
    String plain = CONTROLS.matcher(text).replaceAll("");
    return LONE_SURROGATES.matcher(plain).replaceAll("\ufffd");
  }
}
