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

  private static final char VERTICAL_TAB = 0x0B;
  private static final char NEXT_LINE = 0x85;

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
        withSingleSpaces(
                visible(Truncation.head(text, MAX_TITLE_INPUT_CHARS)), PlainText::isWhitespace)
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
                text.append(withSingleSpaces(letters.getWholeText(), PlainText::isWhitespace));
              } else if (node instanceof Element element && isBlock(element)) {
                text.append('\n');
              }
            });
    return normalizeLines(text.toString());
  }

  /// Lines without blanks around them, controls, and more than one blank in a row.
  static String normalizeLines(String text) {
    String visible = visible(Truncation.head(text, MAX_INPUT_CHARS));
    StringBuilder lines = new StringBuilder();
    for (int start = 0; start < visible.length(); ) {
      int end = start;
      while (end < visible.length() && !isLineEnd(visible.charAt(end))) {
        end++;
      }
      String line = visible.substring(start, end);
      String bare = withSingleSpaces(line, PlainText::isInlineWhitespace).strip();
      if (!bare.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(bare);
      }
      start = end + 1;
    }
    return lines.toString();
  }

  /// One blank for each run of such characters. By hand: as a regular expression it was a third of
  /// the time that parsing a feed takes.
  private static String withSingleSpaces(String text, CharacterClass space) {
    StringBuilder single = new StringBuilder(text.length());
    boolean before = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean now = space.contains(c);
      if (!now) {
        single.append(c);
      } else if (!before) {
        single.append(' ');
      }
      before = now;
    }
    return single.toString();
  }

  /// Unicode's white space and separators.
  private static boolean isWhitespace(char c) {
    return c <= ' ' ? c == ' ' || (c >= '\t' && c <= '\r') : isWideSpace(c) || c == NEXT_LINE;
  }

  private static boolean isInlineWhitespace(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == VERTICAL_TAB || isWideSpace(c);
  }

  private static boolean isWideSpace(char c) {
    return c >= NEXT_LINE && Character.isSpaceChar(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == NEXT_LINE || c == '\u2028' || c == '\u2029';
  }

  private interface CharacterClass {
    boolean contains(char c);
  }

  private static String visible(String text) {
    return InvisibleCharacters.remove(DoubleEncoding.repair(text));
  }

  private static boolean isBlock(Node node) {
    return TitleMarkup.BLOCK_TAGS.contains(node.normalName());
  }
}
