package dev.bongsu.summary;

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
  private static final double QUESTION = 0.6;
  private static final double QUOTE = 0.2;
  private static final double CONNECTIVE = 0.6;
  private static final double UNBALANCED = 0.8;
  private static final double UNFINISHED = 0.6;
  private static final double BACKGROUND = 0.4;

  private static final int MIN_EAST_ASIAN_LENGTH = 25;
  private static final int MIN_LATIN_LENGTH = 45;
  private static final int LONG_EAST_ASIAN = 200;
  private static final int LONG_LATIN = 240;

  private static final Pattern STARTS_AS_BULLET = Pattern.compile("^[△▲▷○●◇◆□■◎※•·∙\\-*–—―]");
  private static final Pattern STARTS_AS_QUOTE = Pattern.compile("^[\"“‘'「『]");
  private static final Pattern ALL_QUOTE =
      Pattern.compile("^[\"“‘'「『][^\"“”‘’「」『』]*[\"”’'」』][.!?]?$");
  private static final Pattern QUESTION_PATTERN =
      Pattern.compile("[?？][\"”’']*$|^(?:Q|A|문|답)\\s?[.:：]");
  private static final Pattern PARENTHESIS = Pattern.compile("\\([^)]*\\)[.!?]?");
  private static final Pattern FINISHED = Pattern.compile("[.!?…。！？।۔؟][\"”’'»)\\]」』]*$");

  /// A Korean statement whose stop was lost on the way, as boards and some feeds do.
  private static final Pattern STATEMENT = Pattern.compile("[다요죠까][\"”’'»)\\]」』]*$");

  private static final int MAX_END_LENGTH = 8;

  /// What presenters say to viewers; out of place where nothing is seen or heard.
  private static final Pattern PRESENTER_PHRASE =
      Pattern.compile(
          "나와 있습니다|보[신시는]{1,2} 것처럼|취재했습니다|전해 ?드립니다|전해 ?드리겠습니다|연결(?:합니다|하겠습니다|해 보겠)"
              + "|들어 ?보겠습니다|들어 ?봤습니다|알아 ?보겠습니다|살펴 ?보겠습니다|보도합니다|만나 ?보겠습니다|안녕하십니까|안녕하세요"
              + "|어떤 (?:사정|내용|상황)인지|어떻게 된 (?:일|건)|기자, |앵커|스튜디오|지금까지 .{2,20}였습니다|뉴스 .{2,4}입니다"
              + "|(?i:\\bjoins? us\\b|\\bas you can see\\b|\\bback to you\\b|^good (?:evening|morning|afternoon)"
              + "\\b|\\bbehind me\\b|\\bstay with us\\b|\\blet's go (?:to|live)\\b|\\bin the studio\\b"
              + "|\\bthanks? for (?:joining|watching|listening)\\b|\\bwelcome (?:back|to the)\\b)");

  private static final Pattern SPEAKER_LABEL =
      Pattern.compile("^\\[[^\\]/:：]{2,30}[/:：].*|^[\\[(<][^\\])>]{1,20}[\\])>]$");

  private static final Pattern STARTS_AS_CONNECTIVE =
      Pattern.compile(
          "^(?:(?:그러나|하지만|그리고|또한|또|이어|이에|이와|이는|이를|이런|이러한|그는|그녀는|그가|이들은|이들이|그들은|특히|한편|아울러"
              + "|이밖에|이밖에도|이 밖에|이 밖에도|다만|반면|따라서|그래서|이때|여기에|앞서|이날|이에 따라|더불어|그동안|당시|그러면서|이로써"
              + "|이 때문에|이를 위해|그런데|그런데도|그래도|실제로|예를 들어|반대로|이 같은|이같은|이처럼|그 결과|이 과정에서|문제는|그만큼"
              + "|결국|물론|즉|이 관계자는|관계자는|당초|이후|이 중|이 가운데|이 가운데는)(?=[\\s,])"
              + "|(?:But|And|However|Also|Meanwhile|He|She|It|They|This|That|These|Those|Then|So|Yet|Still"
              + "|Moreover|Furthermore|In addition|Instead|Earlier|Separately|His|Her|Their|Its|There|Such"
              + "|For example|Similar|Other|Others|Similarly|Of course|Indeed|Nevertheless|Either way"
              + "|As a result|Most of those)\\b)");

  /// A year gone by.
  private static final Pattern PAST_YEAR =
      Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|\\d년 전|\\byears ago\\b");

  /// The day of the news.
  private static final Pattern NEWS_DAY =
      Pattern.compile(
          "(?<!\\d)\\d{1,2}일(?!\\s?동안|간)|오늘|어제|이날|내일|오는 \\d|이달|올해"
              + "|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|\\b(?i:today|yesterday|tonight|this week)\\b"
              + "|\\b(?:said|announced|told)\\b");

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
  static boolean isPresenterCue(String sentence) {
    return PRESENTER_PHRASE.matcher(sentence).find() || SPEAKER_LABEL.matcher(sentence).matches();
  }

  /// Whether it is somebody's words from beginning to end.
  static boolean isQuote(String sentence) {
    return ALL_QUOTE.matcher(sentence).matches();
  }

  /// Whether it names the day of the news, or says that somebody said so.
  static boolean mentionsNewsDay(String sentence) {
    return NEWS_DAY.matcher(sentence).find();
  }

  /// Whether it ends as a sentence; headlines and decks do not.
  static boolean isFinished(String sentence) {
    return FINISHED.matcher(end(sentence)).find();
  }

  private static boolean isStatement(String sentence) {
    return isFinished(sentence) || STATEMENT.matcher(end(sentence)).find();
  }

  private static boolean isUnfinished(String sentence, TextStyle texture) {
    return switch (texture) {
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
    penalty += STARTS_AS_CONNECTIVE.matcher(sentence).find() ? CONNECTIVE : 0;
    penalty += isUnfinished(sentence, texture) ? UNFINISHED : 0;
    penalty += PAST_YEAR.matcher(sentence).find() && !mentionsNewsDay(sentence) ? BACKGROUND : 0;
    return penalty + (QuotesAndBrackets.isBalanced(sentence) ? 0 : UNBALANCED);
  }

  static boolean isEastAsian(String language) {
    return switch (language) {
      case "ko", "ja", "zh" -> true;
      default -> false;
    };
  }

  private static double lengthPenalty(int length, int longFrom) {
    if (length > Summarizer.MAX_LENGTH) {
      return OVER_BUDGET;
    }
    return length > longFrom ? LONG : 0;
  }
}
