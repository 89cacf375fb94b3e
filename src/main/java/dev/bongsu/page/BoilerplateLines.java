package dev.bongsu.page;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Lines that stand on news pages and belong to no article: share words, headings of lists,
/// pointers to other pages, requests to subscribe.
final class BoilerplateLines {
  private static final Set<String> STOP_HEADINGS = LanguagePacks.entries(PackFile.STOP_HEADINGS);
  private static final Set<String> UI_LABELS = LanguagePacks.entries(PackFile.UI_LABELS);
  private static final Pattern POINTER = Pattern.compile("^[▶☞☎►▷#＃]");

  /// Broadcasters' transcripts: `▶ 김이솔 / 앵커 : 오늘 …`. A pointer with a colon says no sentence.
  private static final Pattern SPEAKER =
      Pattern.compile("^[▶▷]\\s*\\p{L}[\\p{L}()·/ ]{1,30}[:：]\\s*.{12,}[.?!][\"”’']?$");

  private static final Pattern ADDRESS =
      Pattern.compile("^[\\[(<]?(?:https?://|www\\.)\\S{3,300}[\\])>]?$");

  private static final Pattern NOTICE =
      Pattern.compile("^" + LanguagePacks.anyOf(PackFile.NOTICES));
  private static final int MAX_NOTICE_LENGTH = 260;
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern NOT_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DATE_LINE = LanguagePacks.pattern(PackFile.DATE_LINES);

  private BoilerplateLines() {}

  /// Whether a line heads a list of other articles or comments, or a mail's signature (RFC 3676).
  static boolean isStopHeading(String line) {
    return line.equals("--") || STOP_HEADINGS.contains(lettersOnly(line));
  }

  /// Whether a line is boilerplate whatever stands around it.
  static boolean isBoilerplate(String line) {
    return UI_LABELS.contains(lettersOnly(line))
        || NOT_LETTERS_OR_DIGITS.matcher(line).matches()
        || (POINTER.matcher(line).find() && !SPEAKER.matcher(line).matches())
        || ADDRESS.matcher(line).matches()
        || (line.length() <= MAX_NOTICE_LENGTH && NOTICE.matcher(line).find())
        || isDateLine(line);
  }

  private static boolean isDateLine(String line) {
    return !Prose.endsSentence(line) && DATE_LINE.matcher(line).matches();
  }

  private static String lettersOnly(String line) {
    return line.length() > 60
        ? ""
        : NOT_LETTERS.matcher(line).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
