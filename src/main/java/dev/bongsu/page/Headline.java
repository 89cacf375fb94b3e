package dev.bongsu.page;

import dev.bongsu.language.DateReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A page's headline and the lines it stands among.
///
/// @param lines the whole page in reading order, boilerplate included
record Headline(String title, List<String> lines) {
  private static final int MAX_POSITIONS = 20;
  private static final int LINES_BELOW = 15;
  private static final int LINES_ABOVE = 4;
  private static final int MAX_DATE_LINE_LENGTH = 90;
  private static final int MAX_BARE_DATE_LENGTH = 60;

  /// The date shown near the headline, wherever on the page it stands: the first with a time below
  /// it, then above it, then a line that is no more than a date. A headline that is not on the page
  /// is taken to be its first line.
  Optional<Instant> date(ZoneId zone) {
    return positions().stream().flatMap(at -> dateAt(at, zone).stream()).findFirst();
  }

  private Optional<Instant> dateAt(int at, ZoneId zone) {
    List<String> below = shortLines(at, at + LINES_BELOW);
    List<String> above = shortLines(at - LINES_ABOVE, at);
    return Stream.concat(below.stream(), above.stream())
        .flatMap(line -> DateReader.findWithTime(line, zone).stream())
        .findFirst()
        .or(
            () ->
                Stream.concat(below.stream(), above.stream())
                    .filter(line -> line.length() <= MAX_BARE_DATE_LENGTH)
                    .flatMap(line -> DateReader.find(line, zone).stream())
                    .findFirst());
  }

  private List<Integer> positions() {
    String headline = lettersAndDigits(title);
    List<Integer> found =
        IntStream.range(0, lines.size())
            .filter(i -> !headline.isEmpty() && lettersAndDigits(lines.get(i)).equals(headline))
            .limit(MAX_POSITIONS)
            .boxed()
            .toList();
    return found.isEmpty() ? List.of(0) : found;
  }

  private List<String> shortLines(int from, int to) {
    return lines.subList(Math.max(0, from), Math.min(lines.size(), to)).stream()
        .filter(line -> line.length() <= MAX_DATE_LINE_LENGTH)
        .toList();
  }

  static String lettersAndDigits(String text) {
    if (text.length() > 500) {
      return "";
    }
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
