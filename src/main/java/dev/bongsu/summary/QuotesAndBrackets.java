package dev.bongsu.summary;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Quotes and brackets of a line: what stands inside a pair, and what closes one.
final class QuotesAndBrackets {
  private static final String OPENERS = "([{“‘「『《〈«（［";
  private static final String CLOSERS = ")]}”’」』》〉»）］";
  private static final char STRAIGHT_QUOTE = '"';

  /// A pair further apart than this is two strays: a quote is rarely longer.
  private static final int MAX_PAIR_DISTANCE = 400;

  /// Deeper nesting is damage; the bound keeps the work linear.
  private static final int MAX_DEPTH = 16;

  private QuotesAndBrackets() {}

  static boolean isOpener(char letter) {
    return OPENERS.indexOf(letter) >= 0 || letter == STRAIGHT_QUOTE;
  }

  /// For each character whether a pair encloses it, the closer itself not counted. Unpaired marks
  /// enclose nothing, and neither does an apostrophe.
  static boolean[] enclosedMask(String line) {
    boolean[] enclosed = new boolean[line.length()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < line.length(); i++) {
      char letter = line.charAt(i);
      if (letter == STRAIGHT_QUOTE
          ? !hasOpen(line, open, STRAIGHT_QUOTE)
          : OPENERS.indexOf(letter) >= 0) {
        open.push(i);
        if (open.size() > MAX_DEPTH) {
          open.removeLast();
        }
      } else if (letter == STRAIGHT_QUOTE || CLOSERS.indexOf(letter) >= 0) {
        close(line, i, open, enclosed);
      }
    }
    return enclosed;
  }

  /// The place after all closing quotes and brackets that start at `from`.
  ///
  /// @param quoted whether a quote is open there; if not, a straight quote opens one
  static int skipClosers(String line, int from, boolean quoted) {
    int end = from;
    while (end < line.length() && isCloser(line.charAt(end), quoted)) {
      end++;
    }
    return end;
  }

  /// Whether every mark has its partner.
  static boolean isBalanced(String text) {
    int straight = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      straight += letter == STRAIGHT_QUOTE ? 1 : 0;
      depth += letter != '‘' && OPENERS.indexOf(letter) >= 0 ? 1 : 0;
      depth -= letter != '’' && CLOSERS.indexOf(letter) >= 0 ? 1 : 0;
    }
    return straight % 2 == 0 && depth == 0;
  }

  private static boolean isCloser(char letter, boolean quoted) {
    return CLOSERS.indexOf(letter) >= 0 || (quoted && (letter == STRAIGHT_QUOTE || letter == '\''));
  }

  private static boolean hasOpen(String line, Deque<Integer> open, char opener) {
    return open.stream().anyMatch(at -> line.charAt(at) == opener);
  }

  private static void close(String line, int at, Deque<Integer> open, boolean[] enclosed) {
    char opener = line.charAt(at) == STRAIGHT_QUOTE ? STRAIGHT_QUOTE : opener(line.charAt(at));
    if (!hasOpen(line, open, opener)) {
      return;
    }
    int start = open.pop();
    while (line.charAt(start) != opener) {
      start = open.pop();
    }
    if (at - start <= MAX_PAIR_DISTANCE) {
      Arrays.fill(enclosed, start + 1, at, true);
    }
  }

  private static char opener(char closer) {
    return OPENERS.charAt(CLOSERS.indexOf(closer));
  }
}
