package dev.bongsu.syndication;

import dev.bongsu.language.Truncation;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Publishers' markup to plain text.
final class PlainText {
  private static final int MAX_TITLE_CHARS = 300;

  /// More of a text is not looked at: markup included, no publisher's title or article is longer.
  private static final int MAX_TITLE_INPUT_CHARS = 10_000;

  private static final int MAX_INPUT_CHARS = 300_000;
  private static final Pattern COMMENT_OR_SCRIPT =
      Pattern.compile("(?is)<!--.*?-->|<(script|style)\\b[^>]*>.*?</\\1\\s*>");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)(?:\\s[^<>]*)?/?>");
  private static final Set<String> VOID_TAGS = Set.of("br", "hr", "img", "wbr");
  private static final Set<String> PAIRED_TAGS =
      Set.of(
          "a",
          "abbr",
          "b",
          "big",
          "blockquote",
          "center",
          "cite",
          "code",
          "del",
          "div",
          "em",
          "font",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "i",
          "ins",
          "li",
          "mark",
          "ol",
          "p",
          "q",
          "s",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "table",
          "td",
          "tr",
          "tt",
          "u",
          "ul");
  private static final Set<String> BLOCK_TAGS =
      Set.of("br", "div", "p", "li", "hr", "tr", "blockquote", "h1", "h2", "h3", "td");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\t\\n\\x0B\\f\\r\\x85]]");
  private static final Pattern WHITESPACE =
      Pattern.compile("[\\s\\x85\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern INLINE_WHITESPACE = Pattern.compile("[\\p{Z}\\t\\f\\x0B]+");

  private PlainText() {}

  /// A title that may be text or markup. A pair of HTML tags is; a lone `<b>` or `<!channel>` is
  /// letters. Entities are resolved once.
  static String ambiguousTitle(String text) {
    String bare =
        COMMENT_OR_SCRIPT.matcher(Truncation.head(text, MAX_TITLE_INPUT_CHARS)).replaceAll(" ");
    String lower = bare.toLowerCase(Locale.ROOT);
    bare = TAG.matcher(bare).replaceAll(tag -> Matcher.quoteReplacement(replacement(tag, lower)));
    return oneLine(Parser.unescapeEntities(bare, false));
  }

  /// A title without markup: only entities that were escaped twice are left to resolve.
  static String textTitle(String text) {
    return oneLine(Parser.unescapeEntities(Truncation.head(text, MAX_TITLE_INPUT_CHARS), false));
  }

  /// A title that is declared to be HTML.
  static String htmlTitle(String html) {
    String line = oneLine(fromHtml(Truncation.head(html, MAX_TITLE_INPUT_CHARS)));
    // `<IBM>` is no markup that anybody meant
    return line.isEmpty() && html.length() <= MAX_TITLE_CHARS ? ambiguousTitle(html) : line;
  }

  /// One line of at most 300 characters, without what cannot be seen.
  static String oneLine(String text) {
    String line =
        WHITESPACE
            .matcher(stripInvisible(Truncation.head(text, MAX_TITLE_INPUT_CHARS)))
            .replaceAll(" ")
            .strip();
    return line.length() <= MAX_TITLE_CHARS
        ? line
        : Truncation.head(line, MAX_TITLE_CHARS - 1) + "…";
  }

  /// The text of a piece of HTML, a line for each block; scripts and styles are left out.
  static String fromHtml(String html) {
    StringBuilder text = new StringBuilder();
    Jsoup.parseBodyFragment(Truncation.head(html, MAX_INPUT_CHARS))
        .body()
        .traverse(
            (node, _) -> {
              if (node instanceof TextNode letters) {
                text.append(WHITESPACE.matcher(letters.getWholeText()).replaceAll(" "));
              } else if (node instanceof Element element && isBlock(element)) {
                text.append('\n');
              }
            });
    return normalizeLines(text.toString());
  }

  /// Lines without blanks around them, controls, and more than one blank in a row.
  static String normalizeLines(String text) {
    StringBuilder lines = new StringBuilder();
    for (String line :
        stripInvisible(Truncation.head(text, MAX_INPUT_CHARS))
            .split("[\\n\\r\\x85\\u2028\\u2029]+")) {
      String bare = INLINE_WHITESPACE.matcher(line).replaceAll(" ").strip();
      if (!bare.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(bare);
      }
    }
    return lines.toString();
  }

  private static boolean isBlock(Node node) {
    return BLOCK_TAGS.contains(node.normalName());
  }

  private static String replacement(MatchResult tag, String lower) {
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    boolean closing = !tag.group(1).isEmpty();
    String other = closing ? "<" + name : "</" + name;
    boolean markup =
        VOID_TAGS.contains(name) || (PAIRED_TAGS.contains(name) && lower.contains(other));
    if (!markup) {
      return tag.group();
    }
    return BLOCK_TAGS.contains(name) ? " " : "";
  }

  /// The text without controls, zero-width characters and bidirectional overrides.
  private static String stripInvisible(String text) {
    return CONTROL.matcher(text).replaceAll("");
  }
}
