package dev.bongsu.summary;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a long sentence where a clause ends, so that what is left still says who did what.
final class ClauseCutter {
  private static final String ELLIPSIS = "…";

  /// Less than this is no news.
  private static final int MIN_LENGTH = 60;

  /// What must follow the verb before a clause may end.
  private static final int MIN_AFTER_VERB = 20;

  /// Where a comma, a semicolon or a dash is followed by what opens a clause of its own.
  private static final Pattern CLAUSE_START =
      Pattern.compile(
          "(?:;|\\s[-–—]{1,2}|—)\\s|,\\s(?="
              + LanguagePacks.anyOf(PackFile.CLAUSE_OPENERS)
              + "\\b)|\\s(?="
              + LanguagePacks.anyOf(PackFile.CLAUSE_OPENERS_WITHOUT_COMMA)
              + "\\b)");

  /// Korean clauses end in their verb: `…했으며, `.
  private static final Pattern CLAUSE_END =
      Pattern.compile("(?<=[가-힣]" + LanguagePacks.anyOf(PackFile.CLAUSE_ENDINGS) + "),?\\s");

  private static final Pattern COMMA = Pattern.compile("[,;:،、，；]\\s?|\\s[-–—]\\s");
  private static final Pattern VERB = LanguagePacks.pattern(PackFile.FINITE_VERBS);
  private static final Pattern RELATIVE =
      Pattern.compile("\\b" + LanguagePacks.anyOf(PackFile.RELATIVE_WORDS) + "\\b");
  private static final Pattern TRAILING = Pattern.compile("[\\s,;:،、，；–—-]+$");
  private static final Pattern TRAILING_STOP_WORDS =
      Pattern.compile("(?:\\s" + LanguagePacks.anyOf(PackFile.STOP_WORDS) + "){1,4}$");

  private ClauseCutter() {}

  /// The beginning of a sentence up to the last clause that ends within `max` characters, with an
  /// ellipsis; null if no clause of its own ends there.
  static @Nullable String cut(String sentence, int max, String language) {
    int end = language.startsWith("ko") ? koreanEnd(sentence, max) : latinEnd(sentence, max);
    return end < MIN_LENGTH ? null : head(sentence, end);
  }

  /// As [#cut], at a comma or at a blank where no clause ends.
  static String cutAnywhere(String sentence, int max, String language) {
    String clause = cut(sentence, max, language);
    if (clause != null) {
      return clause;
    }
    int comma = last(COMMA, sentence, max, Math.max(max / 2, mainVerbEnd(sentence)));
    if (comma > 0) {
      return head(sentence, comma);
    }
    String words = sentence.substring(0, lastBlank(sentence, max));
    return head(TRAILING_STOP_WORDS.matcher(words).replaceFirst(""), words.length());
  }

  private static int latinEnd(String sentence, int max) {
    int verb = mainVerbEnd(sentence);
    return verb < 0 ? -1 : last(CLAUSE_START, sentence, max, verb + MIN_AFTER_VERB);
  }

  private static int koreanEnd(String sentence, int max) {
    return last(CLAUSE_END, sentence, max, MIN_LENGTH);
  }

  /// Where the first verb ends that no relative word in its segment takes away from the subject: in
  /// `Ada Varn, the engineer who built the gates, resigned` that is `resigned`.
  private static int mainVerbEnd(String sentence) {
    boolean[] enclosed = QuotesAndBrackets.enclosedMask(sentence);
    Matcher verb = VERB.matcher(sentence);
    while (verb.find()) {
      int segment = sentence.lastIndexOf(',', verb.start()) + 1;
      boolean relative = RELATIVE.matcher(sentence.substring(segment, verb.start())).find();
      if (!enclosed[verb.start()] && !relative) {
        return verb.end();
      }
    }
    return -1;
  }

  /// The start of the last match outside quotes and brackets between `min` and `max`, or -1.
  private static int last(Pattern border, String sentence, int max, int min) {
    boolean[] enclosed = QuotesAndBrackets.enclosedMask(sentence);
    List<Integer> ends =
        border
            .matcher(sentence)
            .results()
            .map(MatchResult::start)
            .filter(at -> at >= min && at <= max - ELLIPSIS.length() && !enclosed[at])
            .toList();
    return ends.isEmpty() ? -1 : ends.getLast();
  }

  private static int lastBlank(String sentence, int max) {
    int limit = Math.min(sentence.length(), max - ELLIPSIS.length());
    int blank = sentence.lastIndexOf(' ', limit);
    if (blank > 0) {
      return blank;
    }
    return Character.isHighSurrogate(sentence.charAt(limit - 1)) ? limit - 1 : limit;
  }

  private static String head(String sentence, int end) {
    return TRAILING
            .matcher(sentence.substring(0, Math.min(end, sentence.length())))
            .replaceFirst("")
        + ELLIPSIS;
  }
}
