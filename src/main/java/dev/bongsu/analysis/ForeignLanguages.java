package dev.bongsu.analysis;

import dev.bongsu.language.LanguageDetector;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/// The words of languages other than Korean and English, by Lucene's analysers: more tokens of an
/// article in such a language, more terms of a query in its script. Texts and queries in Korean or
/// English get neither. Thread-safe.
///
/// In Latin script a query does not show its language, and terms for each would make every English
/// query larger. So there the article has a token for each form that a word may take.
final class ForeignLanguages {
  private static final Map<String, Supplier<Analyzer>> ANALYZERS =
      Map.ofEntries(
          Map.entry("ar", ArabicAnalyzer::new),
          Map.entry("bg", BulgarianAnalyzer::new),
          Map.entry("bn", BengaliAnalyzer::new),
          Map.entry("ca", CatalanAnalyzer::new),
          Map.entry("cs", CzechAnalyzer::new),
          Map.entry("da", DanishAnalyzer::new),
          Map.entry("de", GermanAnalyzer::new),
          Map.entry("el", GreekAnalyzer::new),
          Map.entry("es", SpanishAnalyzer::new),
          Map.entry("et", EstonianAnalyzer::new),
          Map.entry("fa", PersianAnalyzer::new),
          Map.entry("fi", FinnishAnalyzer::new),
          Map.entry("fr", FrenchAnalyzer::new),
          Map.entry("hi", HindiAnalyzer::new),
          Map.entry("hu", HungarianAnalyzer::new),
          Map.entry("hy", ArmenianAnalyzer::new),
          Map.entry("id", IndonesianAnalyzer::new),
          Map.entry("it", ItalianAnalyzer::new),
          Map.entry("ja", JapaneseAnalyzer::new),
          Map.entry("lt", LithuanianAnalyzer::new),
          Map.entry("lv", LatvianAnalyzer::new),
          Map.entry("nb", NorwegianAnalyzer::new),
          Map.entry("nl", DutchAnalyzer::new),
          Map.entry("pt", PortugueseAnalyzer::new),
          Map.entry("ro", RomanianAnalyzer::new),
          Map.entry("ru", RussianAnalyzer::new),
          Map.entry("sv", SwedishAnalyzer::new),
          Map.entry("ta", TamilAnalyzer::new),
          Map.entry("te", TeluguAnalyzer::new),
          Map.entry("th", ThaiAnalyzer::new),
          Map.entry("tr", TurkishAnalyzer::new),
          Map.entry("zh", SmartChineseAnalyzer::new));

  /// The analysed languages of other scripts than Latin.
  private static final Map<UnicodeScript, List<String>> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.HIRAGANA, List.of("ja")),
          Map.entry(UnicodeScript.KATAKANA, List.of("ja")),
          Map.entry(UnicodeScript.HAN, List.of("ja", "zh")),
          Map.entry(UnicodeScript.CYRILLIC, List.of("ru", "bg")),
          Map.entry(UnicodeScript.ARABIC, List.of("ar", "fa")),
          Map.entry(UnicodeScript.THAI, List.of("th")),
          Map.entry(UnicodeScript.DEVANAGARI, List.of("hi")),
          Map.entry(UnicodeScript.GREEK, List.of("el")),
          Map.entry(UnicodeScript.ARMENIAN, List.of("hy")),
          Map.entry(UnicodeScript.BENGALI, List.of("bn")),
          Map.entry(UnicodeScript.TAMIL, List.of("ta")),
          Map.entry(UnicodeScript.TELUGU, List.of("te")));

  private final Map<String, ForeignWords> loaded = new ConcurrentHashMap<>();

  private Optional<ForeignWords> words(String language) {
    return Optional.ofNullable(ANALYZERS.get(language))
        .map(
            analyzer ->
                loaded.computeIfAbsent(language, code -> new ForeignWords(code, analyzer.get())));
  }

  /// More tokens of a text that is neither Korean nor English.
  ///
  /// @param position after that of all others
  List<Token> tokens(String normal, int position) {
    String language = LanguageDetector.guess(normal);
    if (language.equals("ko") || language.equals("en")) {
      return List.of();
    }
    List<String> ofScript = languagesOf(normal);
    String known =
        ANALYZERS.containsKey(language) || ofScript.isEmpty() ? language : ofScript.getFirst();
    return words(known)
        .map(
            words ->
                LANGUAGES.values().stream().anyMatch(codes -> codes.contains(known))
                    ? words.tokens(normal, position)
                    : words.forms(normal, position))
        .orElse(List.of());
  }

  /// Terms of the words of a query for the languages of its script; none for Latin and Hangul.
  List<WordTerm> terms(String normal) {
    List<WordTerm> terms = new ArrayList<>();
    for (String language : languagesOf(normal)) {
      words(language).flatMap(words -> words.term(normal)).ifPresent(terms::add);
    }
    return terms;
  }

  /// Whether the words of a query are in a script of which no language is analysed.
  static boolean isUnknown(String words) {
    return scripts(words)
        .anyMatch(
            script ->
                script != UnicodeScript.LATIN
                    && script != UnicodeScript.HANGUL
                    && script != UnicodeScript.COMMON
                    && script != UnicodeScript.INHERITED
                    && !LANGUAGES.containsKey(script));
  }

  private static Stream<UnicodeScript> scripts(String text) {
    return text.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of);
  }

  private static List<String> languagesOf(String normal) {
    List<List<String>> known =
        scripts(normal).map(s -> LANGUAGES.getOrDefault(s, List.of())).distinct().toList();
    return known.stream()
        .filter(codes -> !codes.isEmpty())
        .min(Comparator.comparingInt(List::size))
        .filter(_ -> !known.contains(List.<String>of()))
        .orElse(List.of());
  }
}
