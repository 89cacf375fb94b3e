package dev.bongsu.syndication;

import dev.bongsu.charset.DoubleEncoding;
import dev.bongsu.language.Truncation;
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
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  /// What may stand in a title that was escaped once more than it should be.
  private static final Pattern LEFTOVER_ENTITY =
      Pattern.compile(
          "&(?:#\\d{2,6}|#[xX][0-9A-Fa-f]{2,6}|amp|quot|apos|nbsp|hellip|[lr][sd]quo|[nm]dash);");

  private static final Pattern WHITESPACE =
      Pattern.compile("[\\s\\x85\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern INLINE_WHITESPACE = Pattern.compile("[\\p{Z}\\t\\f\\x0B]+");

  private PlainText() {}

  /// A title that may be text or markup. A pair of HTML tags is; a lone `<b>` or `<!channel>` is
  /// letters. Entities are resolved, also those of what was escaped twice.
  static String ambiguousTitle(String text) {
    String head = COMMENT.matcher(Truncation.head(text, MAX_TITLE_INPUT_CHARS)).replaceAll(" ");
    String bare = TitleMarkup.remove(head);
    String title = Parser.unescapeEntities(bare, false);
    if (!title.equals(bare)) {
      title = resolveLeftovers(TitleMarkup.removeFormatting(title));
    }
    return orImageText(oneLine(title), head);
  }

  /// A title that is declared to be HTML.
  static String htmlTitle(String html) {
    String head = Truncation.head(html, MAX_TITLE_INPUT_CHARS);
    String line = oneLine(resolveLeftovers(fromHtml(head)));
    // `<IBM>` is no markup that anybody meant
    return line.isEmpty() ? ambiguousTitle(orImageText(TitleMarkup.removeAll(head), head)) : line;
  }

  private static String orImageText(String title, String html) {
    return title.isBlank() ? oneLine(TitleMarkup.imageText(html)) : title;
  }

  private static String resolveLeftovers(String title) {
    return LEFTOVER_ENTITY
        .matcher(title)
        .replaceAll(
            entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), true)));
  }

  /// One line of at most 300 characters, without what cannot be seen.
  static String oneLine(String text) {
    String line =
        WHITESPACE
            .matcher(visible(Truncation.head(text, MAX_TITLE_INPUT_CHARS)))
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
        visible(Truncation.head(text, MAX_INPUT_CHARS)).split("[\\n\\r\\x85\\u2028\\u2029]+")) {
      String bare = INLINE_WHITESPACE.matcher(line).replaceAll(" ").strip();
      if (!bare.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(bare);
      }
    }
    return lines.toString();
  }

  private static String visible(String text) {
    return InvisibleCharacters.remove(DoubleEncoding.repair(text));
  }

  private static boolean isBlock(Node node) {
    return TitleMarkup.BLOCK_TAGS.contains(node.normalName());
  }
}
