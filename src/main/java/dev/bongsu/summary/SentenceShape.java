package dev.bongsu.summary;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What is seen on a sentence without its article: what makes it hard to read alone, and whether it
/// tells what happened.
final class SentenceShape {
  private static final double BULLET = 0.8;
  private static final double TOO_SHORT = 1.0;
  private static final double OVER_BUDGET = 1.0;
  private static final double LONG = 0.3;
  private static final double QUESTION = 1.2;
  private static final double QUOTE = 0.2;
  private static final double CONNECTIVE = 0.6;
  private static final double UNBALANCED = 0.8;
  private static final double UNFINISHED = 1.2;
  private static final double BACKGROUND = 0.4;

  private static final int MIN_EAST_ASIAN_LENGTH = 25;
  private static final int MIN_LATIN_LENGTH = 45;
  private static final int LONG_EAST_ASIAN = 200;
  private static final int LONG_LATIN = 240;

  private static final Pattern STARTS_AS_BULLET = Pattern.compile("^[△▲▷○●◇◆□■◎※•·∙\\-*–—―]");
  private static final Pattern STARTS_AS_QUOTE = Pattern.compile("^[\"“‘'「『]");
  private static final Pattern ALL_QUOTE =
      Pattern.compile("^[\"“‘'「『][^\"“”‘’「」『』]*[\"”’'」』][.!?]?$");

  /// A small letter; `iPhone` and `eBay` are names.
  private static final Pattern MIDDLE = Pattern.compile("^\\p{Ll}(?!\\p{Lu})");

  private static final Pattern QUOTED = Pattern.compile("[\"“][^\"“”]*[\"”]|‘[^‘]*’|'[^']{12,}'");
  private static final Pattern NOT_LETTERS_AT_START = Pattern.compile("^[^\\p{L}]+");
  private static final Pattern UNNAMED_REMARK = LanguagePacks.pattern(PackFile.UNNAMED_REMARKS);
  private static final Pattern PRONOUN_SPEAKER = LanguagePacks.pattern(PackFile.PRONOUN_SPEAKERS);
  private static final int MIN_SPEAKER_LENGTH = 8;
  private static final Pattern DEFINITION = LanguagePacks.pattern(PackFile.DEFINITIONS);
  private static final Pattern ANONYMOUS = LanguagePacks.pattern(PackFile.ANONYMOUS_SPEAKERS);
  private static final double ANONYMOUS_QUOTE = 0.4;

  private static final Pattern QUESTION_PATTERN =
      Pattern.compile(
          "[?？][\"”’']*$|^" + LanguagePacks.anyOf(PackFile.QUESTION_LABELS) + "\\s?[.:：]");

  private static final Pattern LABELLED =
      Pattern.compile(
          "^(?:" + LanguagePacks.anyOf(PackFile.QUESTION_LABELS) + "\\s?[.:：]|[―—–-]\\s?\\p{L})");

  /// A year, in the first words.
  private static final Pattern STARTS_IN_YEAR =
      Pattern.compile("^.{0,18}(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private static final Pattern PARENTHESIS = Pattern.compile("\\([^)]*\\)[.!?]?");
  private static final Pattern FINISHED = Pattern.compile("[.!?…。！？।۔؟][\"”’'»)\\]」』]*$");

  /// A Korean statement whose stop was lost on the way, as boards and some feeds do.
  private static final Pattern STATEMENT =
      Pattern.compile(LanguagePacks.anyOf(PackFile.STATEMENT_ENDINGS) + "[\"”’'»)\\]」』]*$");

  private static final int MAX_END_LENGTH = 8;

  /// What presenters say to viewers; out of place where nothing is seen or heard.
  private static final Pattern KOREAN_PRESENTER =
      LanguagePacks.pattern(PackFile.PRESENTER_PHRASES, "ko");

  private static final Pattern ENGLISH_PRESENTER =
      LanguagePacks.pattern(PackFile.PRESENTER_PHRASES, "en");

  private static final Pattern SPEAKER_LABEL =
      Pattern.compile("^\\[[^\\]/:：]{2,30}[/:：].*|^[\\[(<][^\\])>]{1,20}[\\])>]$");

  private static final Pattern STARTS_AS_CONNECTIVE =
      Pattern.compile("^" + LanguagePacks.anyOf(PackFile.CONNECTIVES) + "(?![\\p{L}\\p{N}_])");

  /// A year gone by.
  private static final Pattern PAST_YEAR =
      Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|" + LanguagePacks.anyOf(PackFile.PAST_TIMES));

  /// The day of the news.
  private static final Pattern NEWS_DAY = LanguagePacks.pattern(PackFile.NEWS_DAYS);

  /// What an article is made of.
  enum TextStyle {
    /// Finished sentences.
    PROSE,
    /// Somebody's words from beginning to end, or nearly so.
    QUOTES,
    /// Korean sentences without a stop.
    UNPUNCTUATED,
    /// Lines that end in a noun.
    FRAGMENTS;

    static TextStyle of(List<String> sentences) {
      if (isMostly(SentenceShape::isQuote, sentences)) {
        return QUOTES;
      }
      if (isMostly(SentenceShape::isFinished, sentences)) {
        return PROSE;
      }
      return isMostly(SentenceShape::isStatement, sentences) ? UNPUNCTUATED : FRAGMENTS;
    }

    private static boolean isMostly(Predicate<String> shape, List<String> sentences) {
      return sentences.stream().filter(shape).count() * 2 > sentences.size();
    }
  }

  private SentenceShape() {}

  /// Whether nothing of it belongs into a summary: a presenter's words, a speaker's label.
  static boolean isPresenterCue(String sentence, String language) {
    Pattern phrase = language.startsWith("ko") ? KOREAN_PRESENTER : ENGLISH_PRESENTER;
    return phrase.matcher(sentence).find() || SPEAKER_LABEL.matcher(sentence).matches();
  }

  /// Whether it is somebody's words from beginning to end.
  static boolean isQuote(String sentence) {
    return ALL_QUOTE.matcher(sentence).matches();
  }

  /// Whether its speaker is a pronoun: `…, he said.`
  static boolean hasPronounSpeaker(String sentence) {
    return PRONOUN_SPEAKER.matcher(sentence).find();
  }

  /// Whether it begins with a word that leans on the sentence before it.
  static boolean startsAsConnective(String sentence) {
    return STARTS_AS_CONNECTIVE.matcher(sentence).find();
  }

  /// Whether it cannot be what tells the news: a quote, or what leans on another sentence.
  static boolean saysLittleAlone(String sentence) {
    return !isWhole(sentence) || startsAsConnective(sentence);
  }

  /// Whether it is a sentence and no quote, question or rest of another.
  static boolean isWhole(String sentence) {
    return !isQuote(sentence)
        && !startsInTheMiddle(sentence)
        && !QUESTION_PATTERN.matcher(sentence).find();
  }

  /// Whether it is the rest of a sentence: it begins with a small letter.
  private static boolean startsInTheMiddle(String sentence) {
    return MIDDLE.matcher(sentence).find();
  }

  /// Whether it is somebody's words and does not say whose: nothing but a quote, half of one, or
  /// one with "he said".
  static boolean isQuoteWithoutSpeaker(String sentence) {
    if (!STARTS_AS_QUOTE.matcher(sentence).find()) {
      return false;
    }
    String rest =
        NOT_LETTERS_AT_START.matcher(QUOTED.matcher(sentence).replaceAll(" ")).replaceFirst("");
    return rest.length() < MIN_SPEAKER_LENGTH
        || !QuotesAndBrackets.isBalanced(sentence)
        || UNNAMED_REMARK.matcher(rest).lookingAt();
  }

  /// Whether it is a labelled part of an interview: `Q: …`, `― …`.
  static boolean isQuestionOrAnswer(String sentence) {
    return LABELLED.matcher(sentence).find();
  }

  /// Whether it begins with a year and says nothing of the day of the news.
  static boolean looksBack(String sentence) {
    return STARTS_IN_YEAR.matcher(sentence).find() && !mentionsNewsDay(sentence);
  }

  /// Whether it names the day of the news, or says that somebody said so.
  static boolean mentionsNewsDay(String sentence) {
    return NEWS_DAY.matcher(sentence).find();
  }

  /// Whether it ends as a sentence; headlines and decks do not.
  static boolean isFinished(String sentence) {
    return FINISHED.matcher(end(sentence)).find();
  }

  /// Whether it ends as a sentence, or as a Korean one without its stop.
  static boolean isStatement(String sentence) {
    return isFinished(sentence) || STATEMENT.matcher(end(sentence)).find();
  }

  private static boolean isUnfinished(String sentence, TextStyle texture) {
    return startsInTheMiddle(sentence)
        || switch (texture) {
          case PROSE, QUOTES -> !isFinished(sentence);
          case UNPUNCTUATED -> !isStatement(sentence);
          case FRAGMENTS -> false;
        };
  }

  private static String end(String sentence) {
    return sentence.substring(Math.max(0, sentence.length() - MAX_END_LENGTH));
  }

  /// How much worse than a plain statement of the right length it is to read alone, from 0.
  ///
  /// @param texture what the whole article is made of
  static double penalty(String sentence, String language, TextStyle texture) {
    boolean eastAsian = isEastAsian(language);
    double penalty = STARTS_AS_BULLET.matcher(sentence).find() ? BULLET : 0;
    int shortest = eastAsian ? MIN_EAST_ASIAN_LENGTH : MIN_LATIN_LENGTH;
    penalty += sentence.length() < shortest ? TOO_SHORT : 0;
    penalty += lengthPenalty(sentence.length(), eastAsian ? LONG_EAST_ASIAN : LONG_LATIN);
    penalty += PARENTHESIS.matcher(sentence).matches() ? QUESTION : 0;
    penalty += QUESTION_PATTERN.matcher(sentence).find() ? QUESTION : 0;
    penalty += texture != TextStyle.QUOTES && STARTS_AS_QUOTE.matcher(sentence).find() ? QUOTE : 0;
    penalty += DEFINITION.matcher(sentence).find() ? BACKGROUND : 0;
    penalty += isAnonymousQuote(sentence) ? ANONYMOUS_QUOTE : 0;
    penalty += STARTS_AS_CONNECTIVE.matcher(sentence).find() ? CONNECTIVE : 0;
    penalty += isUnfinished(sentence, texture) ? UNFINISHED : 0;
    penalty += sentence.endsWith(":") ? UNFINISHED : 0;
    penalty += PAST_YEAR.matcher(sentence).find() && !mentionsNewsDay(sentence) ? BACKGROUND : 0;
    return penalty + (QuotesAndBrackets.isBalanced(sentence) ? 0 : UNBALANCED);
  }

  private static boolean isAnonymousQuote(String sentence) {
    return QUOTED.matcher(sentence).find() && ANONYMOUS.matcher(sentence).find();
  }

  static boolean isEastAsian(String language) {
    return switch (language) {
      case "ko", "ja", "zh" -> true;
      default -> false;
    };
  }

  private static double lengthPenalty(int length, int longFrom) {
    if (length > SummaryRequest.MAX_LENGTH) {
      return OVER_BUDGET;
    }
    return length > longFrom ? LONG : 0;
  }
}
