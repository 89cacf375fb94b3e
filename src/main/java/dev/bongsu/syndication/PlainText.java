package dev.bongsu.syndication;

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
public final class PlainText {
  private static final int TITLE_CHARS = 300;

  /// More of a text is not looked at: markup included, no publisher's title or article is longer.
  private static final int MOST_CHARS_OF_TITLE = 10_000;

  private static final int MOST_CHARS = 300_000;
  private static final Pattern NOT_TEXT =
      Pattern.compile("(?is)<!--.*?-->|<(script|style)\\b[^>]*>.*?</\\1\\s*>");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)(?:\\s[^<>]*)?/?>");
  private static final Set<String> ALONE = Set.of("br", "hr", "img", "wbr");
  private static final Set<String> PAIRED =
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
  private static final Set<String> BREAKING =
      Set.of("br", "div", "p", "li", "hr", "tr", "blockquote", "h1", "h2", "h3", "td");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\t\\n\\x0B\\f\\r\\x85]]");
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\x85\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BLANKS_OF_A_LINE = Pattern.compile("[\\p{Z}\\t\\f\\x0B]+");

  private PlainText() {}

  /// A title in which nobody knows what is markup. A pair of HTML tags is; a lone `<b>` or
  /// `<!channel>` is letters. Entities are resolved once.
  static String title(String text) {
    String bare = NOT_TEXT.matcher(start(text, MOST_CHARS_OF_TITLE)).replaceAll(" ");
    String lower = bare.toLowerCase(Locale.ROOT);
    bare = TAG.matcher(bare).replaceAll(tag -> Matcher.quoteReplacement(replacement(tag, lower)));
    return oneLine(Parser.unescapeEntities(bare, false));
  }

  /// A title without markup: only entities that were escaped twice are left to resolve.
  static String letters(String text) {
    return oneLine(Parser.unescapeEntities(start(text, MOST_CHARS_OF_TITLE), false));
  }

  /// A title that is declared to be HTML.
  static String htmlTitle(String html) {
    String line = oneLine(ofHtml(start(html, MOST_CHARS_OF_TITLE)));
    // `<IBM>` is no markup that anybody meant
    return line.isEmpty() && html.length() <= TITLE_CHARS ? title(html) : line;
  }

  /// One line of at most 300 characters, without what cannot be seen.
  public static String oneLine(String text) {
    String line = BLANKS.matcher(visible(start(text, MOST_CHARS_OF_TITLE))).replaceAll(" ").strip();
    if (line.length() <= TITLE_CHARS) {
      return line;
    }
    int end = TITLE_CHARS - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /// The text of a piece of HTML, a line for each block; scripts and styles are left out.
  static String ofHtml(String html) {
    StringBuilder text = new StringBuilder();
    Jsoup.parseBodyFragment(start(html, MOST_CHARS))
        .body()
        .traverse(
            (node, _) -> {
              if (node instanceof TextNode letters) {
                text.append(BLANKS.matcher(letters.getWholeText()).replaceAll(" "));
              } else if (node instanceof Element element && breaks(element)) {
                text.append('\n');
              }
            });
    return lines(text.toString());
  }

  /// Lines without blanks around them, controls, and more than one blank in a row.
  static String lines(String text) {
    StringBuilder lines = new StringBuilder();
    for (String line : visible(start(text, MOST_CHARS)).split("[\\n\\r\\x85\\u2028\\u2029]+")) {
      String bare = BLANKS_OF_A_LINE.matcher(line).replaceAll(" ").strip();
      if (!bare.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(bare);
      }
    }
    return lines.toString();
  }

  private static String start(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static boolean breaks(Node node) {
    return BREAKING.contains(node.normalName());
  }

  private static String replacement(MatchResult tag, String lower) {
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    boolean closing = !tag.group(1).isEmpty();
    String other = closing ? "<" + name : "</" + name;
    boolean markup = ALONE.contains(name) || (PAIRED.contains(name) && lower.contains(other));
    if (!markup) {
      return tag.group();
    }
    return BREAKING.contains(name) ? " " : "";
  }

  /// Without controls, zero-width characters and bidirectional overrides.
  private static String visible(String text) {
    return CONTROL.matcher(text).replaceAll("");
  }
}
