package dev.bongsu.page;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Tells running text from lists of names.
final class Prose {
  private static final int MIN_UNPUNCTUATED_PROSE_LENGTH = 60;
  private static final int MAX_EAST_ASIAN_NAME_LENGTH = 25;
  private static final int MAX_LATIN_NAME_LENGTH = 45;

  /// So many short lines in a row are a list of advertisers or a menu, not subheadings. Three are
  /// enough above the text; below it every one goes.
  private static final int MIN_LIST_INSIDE_TEXT = 6;

  private static final int MIN_LIST_ABOVE_TEXT = 3;
  private static final int MIN_LIST_BELOW_TEXT = 3;

  private static final Pattern ENDS_A_SENTENCE =
      Pattern.compile("[.!?…。！？।۔؟։។။][\"”’'»)\\]」』]{0,3}$");
  private static final int MAX_SENTENCE_END_LENGTH = 4;
  private static final Pattern ENDS_A_NAME =
      Pattern.compile("^(?:\\S+ ){0,5}\\S*\\b(?:Inc|Ltd|Co|Corp|LLC|S\\.A|GmbH|Plc)\\.$");
  private static final Pattern EAST_ASIAN =
      Pattern.compile("[\\p{IsHangul}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

  /// Lines of an advisory's list: CVE ids, version numbers, the vendor, numbered headings.
  private static final Pattern ADVISORY_LINE =
      Pattern.compile(
          "CVE-\\d|CVSS|\\d\\.\\d|^[△▲○●◇◆□■※ㅇ]|^[o○ㅇ-] ?\\S|^\\d{1,2}\\. \\p{Lu}{3}|^"
              + LanguagePacks.anyOf(PackFile.ADVISORY_LABELS)
              + "\\s?:");

  private static final Pattern SEPARATOR = Pattern.compile("\\s?[|ㅣ│·•>/,]\\s?");
  private static final Pattern INFLECTED =
      Pattern.compile(LanguagePacks.anyOf(PackFile.INFLECTIONS) + "$");
  private static final Pattern CAPITALISED = Pattern.compile("^[^\\p{L}]?\\p{Lu}");
  private static final int MIN_NAMES_IN_ROW = 8;
  private static final int MIN_MENU_ITEMS = 5;
  private static final int MAX_MENU_ITEM_LENGTH = 15;

  private Prose() {}

  /// Whether a line is running text: it ends as a sentence, or is long and no row of names.
  static boolean isProse(String line) {
    if (endsSentence(line)) {
      return !ENDS_A_NAME.matcher(line).find();
    }
    return weightedLength(line) >= MIN_UNPUNCTUATED_PROSE_LENGTH
        && !isMenuRow(line)
        && !isNameRow(line);
  }

  /// Whether a line ends as a sentence does, or a name like `Inc.`.
  static boolean endsSentence(String line) {
    String end = line.substring(Math.max(0, line.length() - MAX_SENTENCE_END_LENGTH));
    return ENDS_A_SENTENCE.matcher(end).find();
  }

  /// How much running text a line holds, as [#weightedLength].
  static int proseLength(String line) {
    return isProse(line) ? weightedLength(line) : 0;
  }

  /// How much a text says, in Latin characters: an ideograph says as much as two or three of them.
  static int weightedLength(String text) {
    int halves = 0;
    for (int i = 0; i < text.length(); i++) {
      halves += halfWidths(text.charAt(i));
    }
    return halves / 2;
  }

  /// As [#weightedLength], of all lines together.
  static int weightedLength(List<String> lines) {
    return lines.stream().mapToInt(Prose::weightedLength).sum();
  }

  private static int halfWidths(char letter) {
    if (letter < '\u0E00') {
      return 2;
    }
    boolean ideograph = letter >= '\u3040' && letter <= '\u9FFF';
    boolean withoutBlanks = letter <= '\u0EFF' || (letter >= '\u1780' && letter <= '\u17FF');
    if (ideograph) {
      return 5;
    }
    return withoutBlanks ? 3 : 2;
  }

  /// The lines without lists of names above, inside and below the text. Without any prose: the
  /// lines as they are if they are fewer than a list, else none.
  static List<String> withoutLists(List<String> lines) {
    if (lines.stream().noneMatch(Prose::isProse)) {
      return lines.size() < MIN_LIST_INSIDE_TEXT ? lines : List.of();
    }
    List<String> kept = new ArrayList<>();
    List<String> run = new ArrayList<>();
    boolean above = true;
    for (String line : lines) {
      if (isProse(line)) {
        addUnlessList(run, kept, above);
        kept.add(line);
        above = false;
      } else {
        run.add(line);
      }
    }
    addTail(run, kept);
    return kept;
  }

  private static void addUnlessList(List<String> run, List<String> kept, boolean above) {
    long names = run.stream().filter(Prose::isName).count();
    boolean list = names >= (above ? MIN_LIST_ABOVE_TEXT : MIN_LIST_INSIDE_TEXT);
    run.stream().filter(line -> !(list && isName(line)) && !isRow(line)).forEach(kept::add);
    run.clear();
  }

  private static void addTail(List<String> run, List<String> kept) {
    boolean list =
        run.stream().filter(line -> !ADVISORY_LINE.matcher(line).find()).count()
            >= MIN_LIST_BELOW_TEXT;
    run.stream()
        .filter(
            line -> ADVISORY_LINE.matcher(line).find() || (!list && !isName(line) && !isRow(line)))
        .forEach(kept::add);
  }

  private static boolean isName(String line) {
    int limit =
        EAST_ASIAN.matcher(line).find() ? MAX_EAST_ASIAN_NAME_LENGTH : MAX_LATIN_NAME_LENGTH;
    return line.length() <= limit && !ADVISORY_LINE.matcher(line).find();
  }

  /// Whether a line is names side by side.
  static boolean isRow(String line) {
    return !ADVISORY_LINE.matcher(line).find()
        && (isMenuRow(line) || (line.length() >= MIN_UNPUNCTUATED_PROSE_LENGTH && isNameRow(line)));
  }

  /// Whether a line is names with blanks between: few Korean words with a particle or ending, or
  /// nearly all Latin words with a capital.
  private static boolean isNameRow(String line) {
    String[] words = line.split(" ", -1);
    if (words.length < MIN_NAMES_IN_ROW) {
      return false;
    }
    if (EAST_ASIAN.matcher(line).find()) {
      long inflected = Arrays.stream(words).filter(INFLECTED.asPredicate()).count();
      return inflected * 4 < words.length;
    }
    return Arrays.stream(words).filter(CAPITALISED.asPredicate()).count() * 5L > words.length * 4L;
  }

  /// Whether a line is names side by side: `홈 | 정치 | 경제 | …`.
  private static boolean isMenuRow(String line) {
    String[] items = SEPARATOR.split(line, -1);
    return items.length >= MIN_MENU_ITEMS && line.length() / items.length <= MAX_MENU_ITEM_LENGTH;
  }
}
