package dev.bongsu.page;

import dev.bongsu.summary.Boilerplate;
import dev.bongsu.summary.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;

/// Takes out of a body's lines what is not the article: share words, bylines, what follows the
/// copyright line, lists of advertisers and menus.
final class LineCleaner {
  /// A copyright line ends the text once this much is read; before that it may be a page's head.
  private static final int MIN_LENGTH_BEFORE_STOP = 200;

  private static final int MAX_COPYRIGHT_LENGTH = 150;

  private LineCleaner() {}

  /// The paragraphs of the article, in order; empty if the lines hold no prose at all and are not
  /// few.
  static List<String> clean(List<String> lines, String title) {
    int[] proseFrom = remainingProse(lines);
    String headline = Headline.lettersAndDigits(title);
    List<String> kept = new ArrayList<>();
    int read = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int left = proseFrom[i + 1];
      boolean stop = isStopLine(line);
      String text = stop ? "" : cleanLine(line, headline);
      read += Prose.proseLength(text);
      if (!text.isEmpty()) {
        kept.add(text);
      }
      if ((stop && endsText(line, read, left)) || endsInCopyright(line)) {
        break;
      }
    }
    return Prose.withoutLists(kept);
  }

  /// The lines that are no boilerplate, each judged alone.
  static List<String> cleanEachLine(List<String> lines, String title) {
    String headline = Headline.lettersAndDigits(title);
    return lines.stream()
        .filter(line -> !isStopLine(line))
        .map(line -> cleanLine(line, headline))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /// Whether what follows a stop line is not the article any more. A copyright line says so once
  /// enough is read; a heading of other articles may stand in a box inside the body, and so may the
  /// credit of a photograph: then more follows than was read.
  private static boolean endsText(String line, int read, int left) {
    if (read >= MIN_LENGTH_BEFORE_STOP && Boilerplate.isRightsReservedNotice(line)) {
      return true;
    }
    return read > 0 && read >= left;
  }

  /// One line made text, or blank if it is none.
  private static String cleanLine(String line, String headline) {
    if (isBoilerplate(line, headline)) {
      return "";
    }
    String stripped = Boilerplate.strip(endsInCopyright(line) ? beforeCopyright(line) : line);
    return Boilerplate.isBoilerplate(stripped) ? "" : stripped;
  }

  /// How much prose stands in the lines from each place on.
  private static int[] remainingProse(List<String> lines) {
    int[] sums = new int[lines.size() + 1];
    for (int i = lines.size() - 1; i >= 0; i--) {
      sums[i] = sums[i + 1] + Prose.proseLength(lines.get(i));
    }
    return sums;
  }

  private static boolean isStopLine(String line) {
    return line.length() <= MAX_COPYRIGHT_LENGTH
        && (Boilerplate.isCopyright(line) || BoilerplateLines.isStopHeading(line));
  }

  /// Whether a whole body stands in one line, its copyright notice included.
  private static boolean endsInCopyright(String line) {
    return line.length() > MAX_COPYRIGHT_LENGTH && beforeCopyright(line).length() < line.length();
  }

  private static String beforeCopyright(String line) {
    for (String sentence : SentenceSplitter.split(line, "ko")) {
      int at = line.indexOf(sentence);
      if (at >= MIN_LENGTH_BEFORE_STOP / 2 && Boilerplate.isCopyright(sentence)) {
        return line.substring(0, at).strip();
      }
    }
    return line;
  }

  private static boolean isBoilerplate(String line, String headline) {
    return BoilerplateLines.isBoilerplate(line)
        || (!headline.isEmpty() && Headline.lettersAndDigits(line).equals(headline));
  }
}
