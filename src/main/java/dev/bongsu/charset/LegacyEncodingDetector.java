package dev.bongsu.charset;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The charset of bytes that declare none: the one in which all letters belong to one language
/// (Unicode CLDR's alphabets), and where several do, the one that ICU finds the likeliest.
final class LegacyEncodingDetector {
  /// Bytes beyond this show nothing that the first do not.
  private static final int MAX_SAMPLE_BYTES = 4_000;

  /// A charset that explains less of what is beyond ASCII than this explains nothing.
  private static final double MIN_FIT = .7;

  /// What ICU's surety of a language, in percent, counts beside the fit: between languages whose
  /// letters all fit it decides, but a name or a sign that does not fit is chance.
  private static final double CONFIDENCE_WEIGHT = .0005;

  /// Between letters, these are part of a word.
  private static final String SIGNS_IN_WORDS = "’·\u00AD";

  /// The languages written in each charset; the likelier charset first.
  private static final List<Candidate> CANDIDATES =
      Stream.of(
              "windows-1252 fr de es pt it nl sv da nb fi ca is et id",
              "windows-1250 pl cs hu ro hr sk sl sq",
              "ISO-8859-2 pl cs hu ro hr sk sl",
              "windows-1251 ru uk bg sr mk be",
              "x-windows-949 ko",
              "windows-31j ja",
              "EUC-JP ja",
              "GB18030 zh zh_Hant",
              "Big5-HKSCS zh_Hant",
              "windows-1254 tr",
              "windows-1253 el",
              "windows-1255 he",
              "windows-1256 ar fa ur",
              "x-windows-874 th",
              "windows-1257 lt lv et",
              "KOI8-R ru bg",
              "KOI8-U uk",
              "ISO-8859-5 ru bg sr mk be uk",
              "ISO-8859-6 ar",
              "ISO-8859-7 el",
              "ISO-8859-13 lt lv et",
              "ISO-8859-15 fr fi et",
              "IBM866 ru bg uk be",
              "x-MacCyrillic ru bg uk",
              "IBM852 pl cs hu ro hr sk sl",
              "IBM850 fr de es pt it nl sv da nb fi ca",
              "x-MacRoman fr de es pt it nl sv da nb fi ca")
          .map(line -> line.split(" "))
          .map(
              line ->
                  new Candidate(
                      Charset.forName(line[0]),
                      Stream.of(line)
                          .skip(1)
                          .collect(toMap(identity(), LegacyEncodingDetector::alphabet))))
          .toList();

  private LegacyEncodingDetector() {}

  /// A charset and the alphabets of its languages.
  private record Candidate(Charset charset, Map<String, UnicodeSet> alphabets) {
    Stream<Match> matches(String text, Map<String, Integer> confidences) {
      return alphabets.entrySet().stream()
          .map(
              entry -> {
                double fit = fitOf(text, entry.getValue());
                int confidence = confidences.getOrDefault(entry.getKey(), 0);
                return new Match(charset, fit, fit + CONFIDENCE_WEIGHT * confidence);
              });
    }
  }

  /// A charset with a language.
  ///
  /// @param fit how much of a text is letters of the language, where letters may stand
  private record Match(Charset charset, double fit, double score) {}

  /// The charset; windows-1252 if nothing explains the bytes.
  static Charset detect(byte[] bytes) {
    byte[] sample = sample(bytes);
    Map<String, Integer> confidences = icuConfidences(sample);
    return CANDIDATES.stream()
        .flatMap(
            candidate ->
                decode(sample, candidate.charset())
                    .flatMap(text -> candidate.matches(text, confidences)))
        .filter(match -> match.fit() >= MIN_FIT)
        .reduce((best, other) -> other.score() > best.score() ? other : best)
        .map(Match::charset)
        .orElse(CharsetNames.FALLBACK);
  }

  /// The pieces of text between tags that are not all ASCII.
  private static byte[] sample(byte[] bytes) {
    byte[] sample = new byte[Math.min(bytes.length, MAX_SAMPLE_BYTES)];
    int length = 0;
    int pieceStart = 0;
    boolean inTag = false;
    boolean foreign = false;
    for (int i = 0; i < bytes.length && length < sample.length; i++) {
      boolean opens = bytes[i] == '<' && i + 1 < bytes.length && isTagStart(bytes[i + 1]);
      if (opens && !inTag) {
        length = foreign ? length : pieceStart;
        foreign = false;
        pieceStart = length;
      }
      inTag = opens || (inTag && bytes[i] != '>');
      if (!inTag) {
        foreign |= bytes[i] < 0;
        sample[length++] = bytes[i] == '>' ? (byte) ' ' : bytes[i];
      }
    }
    // not in the middle of a character
    boolean cut = length == sample.length && pieceStart > 0;
    return Arrays.copyOf(sample, cut ? pieceStart : length);
  }

  private static boolean isTagStart(byte c) {
    return c == '/' || c == '?' || (c > 0 && Character.isLetter(c));
  }

  private static Stream<String> decode(byte[] bytes, Charset charset) {
    try {
      return Stream.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException _) {
      return Stream.empty();
    }
  }

  private static double fitOf(String text, UnicodeSet alphabet) {
    int good = 0;
    int bad = 0;
    int[] letters = text.codePoints().toArray();
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] < 0x80) {
        continue;
      }
      int before = i == 0 ? ' ' : letters[i - 1];
      int after = i + 1 == letters.length ? ' ' : letters[i + 1];
      if (!isLetter(letters[i])) {
        bad += isOutOfPlace(letters[i], before, after) ? 1 : 0;
      } else if (alphabet.contains(letters[i]) && !breaksWord(letters[i], before, after)) {
        good++;
      } else {
        bad++;
      }
    }
    return good == 0 ? 0 : (double) good / (good + bad);
  }

  /// Whether a sign stands where no writer puts it: inside a word, or any that is no punctuation.
  private static boolean isOutOfPlace(int sign, int before, int after) {
    boolean inside = isLetter(before) && isLetter(after);
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.MATH_SYMBOL ->
          inside || (sign >= 0x2500 && sign < 0x25A0);
      default -> inside && !isIdeographic(before) && SIGNS_IN_WORDS.indexOf(sign) < 0;
    };
  }

  /// Capitals behind small letters, marks without a letter, and alphabets mixed come from a wrong
  /// charset.
  private static boolean breaksWord(int letter, int before, int after) {
    boolean flips = Character.isUpperCase(letter) && Character.isLowerCase(before);
    boolean mixed = isAsciiLetter(before) || isAsciiLetter(after);
    boolean stray = isMark(letter) && !isLetter(before);
    return stray || flips || (mixed && !isLatin(letter) && !isIdeographic(letter));
  }

  private static boolean isLatin(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) || isMark(c);
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isAsciiLetter(int c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static boolean isIdeographic(int c) {
    return c >= 0x2E80;
  }

  private static UnicodeSet alphabet(String language) {
    UnicodeSet alphabet =
        new UnicodeSet(
            LocaleData.getExemplarSet(
                new ULocale(language), UnicodeSet.ADD_CASE_MAPPINGS, LocaleData.ES_STANDARD));
    return switch (language) {
      // letters of the old charsets that stand for those with a comma below
      case "ro" -> alphabet.addAll("şţŞŢ").freeze();
      case "fa", "ur" -> alphabet.addAll(alphabet("ar")).freeze();
      case "ja" -> alphabet.addAll('\u3041', '\u30FE').addAll('\uFF61', '\uFF9F').freeze();
      default -> alphabet.freeze();
    };
  }

  /// How sure ICU is of each language, in percent.
  private static Map<String, Integer> icuConfidences(byte[] sample) {
    Map<String, Integer> confidences = new HashMap<>();
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      String language = Objects.requireNonNullElse(match.getLanguage(), "");
      confidences.merge(language, match.getConfidence(), Math::max);
    }
    // ICU knows one Chinese, told apart by the charset
    confidences.put("zh_Hant", confidences.getOrDefault("zh", 0));
    return confidences;
  }
}
