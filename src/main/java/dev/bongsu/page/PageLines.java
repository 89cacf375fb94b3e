package dev.bongsu.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The lines a reader sees on a page: text between two block borders or `<br>`.
final class PageLines implements NodeVisitor {
  /// No paragraph is longer; the rest of such a line is dropped.
  private static final int MAX_LINE_LENGTH = 20_000;

  /// No page worth reading shows more; what comes after is not looked at.
  private static final int MAX_TEXT_LENGTH = 600_000;

  /// One line.
  ///
  /// @param linkedLength how many of its characters stand in links, also in one around it
  /// @param block the innermost block element it stands in
  record Line(String text, int linkedLength, Element block) {
    boolean isMostlyLink() {
      return linkedLength * 2 > text.length();
    }
  }

  /// No letter of any script carries more accents; regular expressions look back over all of them.
  private static final int MAX_COMBINING_MARKS = 8;

  private final List<Line> lines = new ArrayList<>();
  private final Deque<Element> blocks = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int linkedLength;
  private int linkDepth;
  private int totalLength;

  private PageLines(Element root) {
    blocks.push(root);
    linkDepth = root.closest("a[href]") == null ? 0 : 1;
  }

  /// The non-blank lines of an element in reading order.
  static List<Line> of(Element root) {
    PageLines lines = new PageLines(root);
    root.traverse(lines);
    lines.endLine();
    return lines.lines;
  }

  /// The non-blank lines of a text without markup.
  static List<String> ofPlainText(String text) {
    return text.lines()
        .map(
            line ->
                normalizeWhitespace(line.substring(0, Math.min(line.length(), MAX_LINE_LENGTH))))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /// Text with every run of blanks as one blank, without invisible marks and endless accents. By
  /// hand: two regular expressions took half of all reading.
  static String normalizeWhitespace(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean blank = false;
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      marks = isCombiningMark(letter) ? marks + 1 : 0;
      if (isWhitespace(letter)) {
        blank = true;
      } else if (!isInvisible(letter) && marks <= MAX_COMBINING_MARKS) {
        if (blank && !tidy.isEmpty()) {
          tidy.append(' ');
        }
        tidy.append(letter);
        blank = false;
      }
    }
    return tidy.toString();
  }

  private static boolean isWhitespace(char letter) {
    if (letter <= ' ') {
      return letter == ' ' || (letter >= '\t' && letter <= '\r');
    }
    return letter >= '\u00A0'
        && (letter == '\u00A0'
            || letter == '\u1680'
            || (letter >= '\u2000' && letter <= '\u200B')
            || letter == '\u2028'
            || letter == '\u2029'
            || letter == '\u202F'
            || letter == '\u205F'
            || letter == '\u2060'
            || letter == '\u3000'
            || letter == '\uFEFF');
  }

  private static boolean isCombiningMark(char letter) {
    return letter >= '\u0300'
        && letter < '\u3100'
        && Character.getType(letter) == Character.NON_SPACING_MARK;
  }

  private static boolean isInvisible(char letter) {
    return letter == '\u00AD'
        || (letter >= '\u200C' && letter <= '\u200F')
        || (letter >= '\u202A' && letter <= '\u202E');
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      add(words);
    } else if (node instanceof Element element && depth > 0) {
      if (element.isBlock()) {
        endLine();
        blocks.push(element);
      } else if (element.nameIs("br")) {
        endLine();
      } else if (isLink(element)) {
        linkDepth++;
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && depth > 0) {
      if (element.isBlock()) {
        endLine();
        blocks.pop();
      } else if (isLink(element)) {
        linkDepth--;
      } else if (isMultilineBold(element)) {
        endLine();
      }
    }
  }

  /// Bold lines with breaks between them: a publisher's deck, which no `<br>` need follow.
  private static boolean isMultilineBold(Element element) {
    return (element.nameIs("strong") || element.nameIs("b"))
        && element.children().stream().anyMatch(child -> child.nameIs("br"));
  }

  private static boolean isLink(Element element) {
    return element.nameIs("a") && element.hasAttr("href");
  }

  private void add(TextNode words) {
    Element parent = words.parent();
    boolean kept = parent != null && parent.nameIs("pre");
    for (String piece :
        kept ? words.getWholeText().split("\n", -1) : new String[] {words.getWholeText()}) {
      if (kept) {
        endLine();
      }
      if (text.length() < MAX_LINE_LENGTH) {
        text.append(piece, 0, Math.min(piece.length(), MAX_LINE_LENGTH));
      }
      linkedLength += linkDepth > 0 ? piece.strip().length() : 0;
    }
  }

  private void endLine() {
    String line = normalizeWhitespace(text.toString());
    if (!line.isEmpty() && totalLength < MAX_TEXT_LENGTH) {
      totalLength += line.length();
      lines.add(new Line(line, Math.min(linkedLength, line.length()), blocks.element()));
    }
    text.setLength(0);
    linkedLength = 0;
  }
}
