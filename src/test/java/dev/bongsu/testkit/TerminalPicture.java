package dev.bongsu.testkit;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws what stands on a terminal as an SVG. A Korean syllable takes two columns; a line that is
/// longer than the terminal is wide continues in the next row, and the first rows scroll away.
public final class TerminalPicture {
  private static final int COLUMNS = 112;
  private static final int ROWS = 28;
  private static final int COLUMN_WIDTH = 8;
  private static final int ROW_HEIGHT = 19;
  private static final int MARGIN = 20;

  private TerminalPicture() {}

  /// The picture.
  ///
  /// @param title what it shows, for those who cannot see it
  /// @param printed what the program printed, in lines
  public static String svg(String title, String printed) {
    List<Row> all = printed.lines().flatMap(line -> wrap(line).stream()).toList();
    List<Row> rows = all.subList(Math.max(0, all.size() - ROWS), all.size());
    String texts =
        IntStream.range(0, rows.size())
            .mapToObj(number -> draw(rows.get(number), MARGIN + number * ROW_HEIGHT + 14))
            .collect(Collectors.joining());
    int width = COLUMNS * COLUMN_WIDTH + 2 * MARGIN;
    int height = rows.size() * ROW_HEIGHT + 2 * MARGIN;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
    <title>%s</title>
    <style>
    text { font: 13px ui-monospace, Menlo, Consolas, D2Coding, "Noto Sans Mono CJK KR", monospace; white-space: pre }
    .text { fill: #c9d1d9 }
    .title { fill: #ffffff; font-weight: bold }
    .link { fill: #79c0ff }
    </style>
    <rect width="100%%" height="100%%" rx="8" fill="#0d1117"/>
    %s</svg>
    """
        .formatted(width, height, width, height, escape(title), texts);
  }

  private static List<Row> wrap(String line) {
    String style = styleOf(line);
    List<Row> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (int character : line.codePoints().toArray()) {
      if (columns(row) + columns(character) > COLUMNS) {
        rows.add(new Row(style, row.toString()));
        row.setLength(0);
      }
      row.appendCodePoint(character);
    }
    rows.add(new Row(style, row.toString()));
    return rows;
  }

  private static String styleOf(String line) {
    if (line.startsWith("🔔")) {
      return "title";
    }
    return line.strip().startsWith("http") ? "link" : "text";
  }

  /// Draws a row as one text behind its indent: fonts differ in how wide a wide character is, so
  /// that fixed places would tear words apart.
  private static String draw(Row row, int baseline) {
    String text = row.text().strip();
    int indent = row.text().length() - row.text().stripLeading().length();
    return text.isEmpty()
        ? ""
        : "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n"
            .formatted(row.style(), MARGIN + indent * COLUMN_WIDTH, baseline, escape(text));
  }

  private static int columns(CharSequence text) {
    return text.codePoints().map(TerminalPicture::columns).sum();
  }

  private static int columns(int character) {
    int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
    return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH ? 2 : 1;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private record Row(String style, String text) {}
}
