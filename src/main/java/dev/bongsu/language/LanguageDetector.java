package dev.bongsu.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which language a text is written in, by counting scripts and, for Latin, two sets of stop words.
///
/// Enough for news: Korean 1.000 and English .987 of titles, 50 000 texts a second and no model in
/// memory (measured against two statistical libraries, which did worse).
public final class LanguageDetector {
  /// The code of a text whose language is not known.
  public static final String UNKNOWN = "und";

  private static final int MAX_CHARACTERS = 20_000;
  private static final int MAX_GUESSED_CHARACTERS = 500;

  /// Korean headlines are full of Latin names ("LG CNS·AWS MOU 체결"); a Latin text quotes little
  /// Hangul.
  private static final int LATIN_PER_HANGUL = 6;

  private static final int LATIN_PER_HAN_OR_KANA = 3;

  /// Japanese prose is half kana; a Chinese text quotes one now and then.
  private static final int HAN_PER_KANA = 20;

  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}']+");
  private static final Pattern NOT_ASCII_LATIN = Pattern.compile("[\\p{IsLatin}&&[^A-Za-z]]");

  /// Languages that mostly have a script of their own; those with letters that others of the script
  /// lack come first.
  private static final List<ScriptLanguage> SCRIPT_LANGUAGES =
      LanguagePacks.languages().stream()
          .flatMap(language -> ScriptLanguage.of(language).stream())
          .sorted(Comparator.comparing(language -> language.letters().isEmpty()))
          .toList();

  private static final Set<String> ENGLISH_STOP_WORDS =
      Set.copyOf(LanguagePacks.entries(PackFile.STOP_WORDS, "en"));

  /// Frequent words of other languages in Latin script that are no English words.
  private static final Set<String> OTHER_STOP_WORDS =
      LanguagePacks.languages().stream()
          .filter(language -> !language.equals("en"))
          .flatMap(language -> LanguagePacks.entries(PackFile.STOP_WORDS, language).stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, List<String>> LATIN_STOP_WORDS = latinStopWords();

  private LanguageDetector() {}

  /// The language of a text as a BCP 47 code: `ko`, `en`, `ja`, `zh`, one code for each script that
  /// mostly has one language (`ru`, `ar`, `th` …), else `und`.
  ///
  /// Reads at most the first 20 000 characters. Safe for any string.
  public static String detect(String text) {
    String head = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
    Map<UnicodeScript, Integer> letters = countScripts(head);
    int hangul = count(letters, UnicodeScript.HANGUL);
    int kana = count(letters, UnicodeScript.HIRAGANA) + count(letters, UnicodeScript.KATAKANA);
    int han = count(letters, UnicodeScript.HAN);
    int latin = count(letters, UnicodeScript.LATIN);
    if (hangul > 0 && hangul >= kana + han && hangul * LATIN_PER_HANGUL >= latin) {
      return "ko";
    }
    if (kana + han > 0 && (kana + han) * LATIN_PER_HAN_OR_KANA >= latin) {
      return kana * HAN_PER_KANA >= han ? "ja" : "zh";
    }
    UnicodeScript script = mostFrequent(letters);
    return script == UnicodeScript.LATIN ? detectLatin(head) : languageOf(script, head);
  }

  /// The language of a text by its beginning, also among those in Latin script that have a list of
  /// frequent words; `en` if no other is more likely. Cheap for Korean and English.
  public static String guess(String text) {
    String head = text.substring(0, Math.min(text.length(), MAX_GUESSED_CHARACTERS));
    int hangul = 0;
    int foreign = 0;
    for (int at = 0; at < head.length(); at++) {
      char c = head.charAt(at);
      hangul += c >= '가' && c <= '힣' ? 1 : 0;
      foreign += c >= 'Ͱ' && c < '가' && Character.isLetter(c) ? 1 : 0;
    }
    if (hangul * LATIN_PER_HANGUL >= head.length() - hangul) {
      return "ko";
    }
    return foreign > 0 ? detect(head) : guessLatin(head);
  }

  private static String guessLatin(String text) {
    Map<String, Integer> hits = new HashMap<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      LATIN_STOP_WORDS
          .getOrDefault(words.group().toLowerCase(Locale.ROOT), List.of())
          .forEach(language -> hits.merge(language, 1, Integer::sum));
    }
    int english = hits.getOrDefault("en", 0);
    return hits.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() > english)
        .map(Map.Entry::getKey)
        .orElse("en");
  }

  private static Map<String, List<String>> latinStopWords() {
    Map<String, List<String>> languages = new HashMap<>();
    for (String language : LanguagePacks.languages()) {
      LanguagePacks.entries(PackFile.STOP_WORDS, language)
          .forEach(word -> languages.computeIfAbsent(word, _ -> new ArrayList<>()).add(language));
    }
    return languages;
  }

  private static Map<UnicodeScript, Integer> countScripts(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
    return letters;
  }

  private static int count(Map<UnicodeScript, Integer> letters, UnicodeScript script) {
    return letters.getOrDefault(script, 0);
  }

  private static UnicodeScript mostFrequent(Map<UnicodeScript, Integer> letters) {
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  private static String languageOf(UnicodeScript script, String text) {
    return SCRIPT_LANGUAGES.stream()
        .filter(language -> language.script() == script && language.hasLettersIn(text))
        .map(ScriptLanguage::code)
        .findFirst()
        .orElse(UNKNOWN);
  }

  /// @param letters of this language only, among those of its script; may be empty
  private record ScriptLanguage(String code, UnicodeScript script, String letters) {
    static List<ScriptLanguage> of(String code) {
      String letters = String.join("", LanguagePacks.values(PackFile.PROFILE, code, "letters"));
      return LanguagePacks.values(PackFile.PROFILE, code, "script").stream()
          .map(script -> new ScriptLanguage(code, UnicodeScript.forName(script), letters))
          .toList();
    }

    boolean hasLettersIn(String text) {
      return letters.isEmpty() || text.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }
  }

  /// English, unless words of another language are more frequent. A headline may hold no stop word
  /// at all ("Apple unveils M5 chip"): without a letter beyond A–Z it counts as English.
  private static String detectLatin(String text) {
    int english = 0;
    int other = 0;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group().toLowerCase(Locale.ROOT);
      english += ENGLISH_STOP_WORDS.contains(word) ? 1 : 0;
      other += OTHER_STOP_WORDS.contains(word) ? 1 : 0;
    }
    if (english == 0 && other == 0) {
      return NOT_ASCII_LATIN.matcher(text).find() ? UNKNOWN : "en";
    }
    return english >= other ? "en" : UNKNOWN;
  }
}
