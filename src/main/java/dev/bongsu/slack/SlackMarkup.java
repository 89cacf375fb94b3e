package dev.bongsu.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text of strangers, made so that Slack shows it as it is.
///
/// In every text of Slack `&`, `<` and `>` begin something and are written as entities
/// (docs.slack.dev, "Formatting message text"); with that, no link and no mention of a stranger is
/// live. Formatting such as `*bold*` has no escape: it is left without effect by `plain_text`
/// objects, and where there is none by zero-width spaces.
final class SlackMarkup {
  private static final String ZERO_WIDTH_SPACE = "\u200b";
  private static final String ELLIPSIS = "…";
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
  private static final Pattern LONE_SURROGATES = Pattern.compile("[\\ud800-\\udfff]");
  private static final Pattern FORMATTING = Pattern.compile("[*_~`]");
  private static final Pattern EMOJI = Pattern.compile(":(?=[^\\s:]+:)");
  private static final Pattern QUOTE = Pattern.compile("^(?=\\h*&gt;)", Pattern.MULTILINE);

  private SlackMarkup() {}

  /// For a `plain_text` object: what is shown is the text.
  static String escaped(String text) {
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// For a text in Slack's own markup: what is shown is the text, and invisible zero-width spaces.
  ///
  /// They stand on both sides of a formatting sign: whether Slack takes one for a letter or for a
  /// blank, the sign neither opens nor closes anything.
  static String neutralized(String text) {
    String signs =
        FORMATTING.matcher(escaped(text)).replaceAll(ZERO_WIDTH_SPACE + "$0" + ZERO_WIDTH_SPACE);
    String names = EMOJI.matcher(signs).replaceAll(":" + ZERO_WIDTH_SPACE);
    return QUOTE.matcher(names).replaceAll(ZERO_WIDTH_SPACE);
  }

  /// The beginning of a text that, made literal, has at most so many UTF-16 units; with an ellipsis
  /// if there was more.
  static String truncated(String text, int longest) {
    String clean = clean(text);
    if (escaped(clean).length() <= longest) {
      return clean;
    }
    return clean.substring(0, fittingEnd(clean, 0, longest - ELLIPSIS.length())) + ELLIPSIS;
  }

  /// A text in parts, each of which, made literal, has at most so many UTF-16 units: split at line
  /// ends where there are any. Blank parts are left out.
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

  /// Where a piece ends that begins at `start` and, made literal, just fits.
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

  /// Without control characters but the line feed, and without halves of characters, which no
  /// encoding can carry.
  private static String clean(String text) {
    String plain = CONTROLS.matcher(text).replaceAll("");
    return LONE_SURROGATES.matcher(plain).replaceAll("\ufffd");
  }
}
