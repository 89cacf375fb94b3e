package dev.bongsu.syndication;

import dev.bongsu.language.DefaultZones;
import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import dev.bongsu.language.WrittenDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The language a feed is written in, and the zone that follows from it.
final class FeedLanguage {
  /// Country codes and names that people write where a language belongs.
  private static final Map<String, String> LANGUAGE_ALIASES =
      LanguagePacks.languages().stream()
          .flatMap(
              language ->
                  LanguagePacks.values(PackFile.PROFILE, language, "alias").stream()
                      .map(alias -> Map.entry(alias, language)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final double MIN_SCRIPT_SHARE = 0.3;

  private FeedLanguage() {}

  /// The language of a feed: what its titles are written in, if their script tells; else what it
  /// declares.
  ///
  /// @param declared as the feed writes it; may be blank
  /// @return BCP 47; blank if unknown
  static String of(String declared, Collection<String> titles) {
    String tag = normalizeTag(declared);
    String seen = detectByScript(String.join(" ", titles));
    boolean agree = tag.equals(seen) || tag.startsWith(seen + "-");
    return seen.isEmpty() || agree ? tag : seen;
  }

  /// The zone of dates that name none.
  ///
  /// @param dates the feed's dates, with and without zones
  static ZoneId defaultZone(String language, Collection<WrittenDate> dates) {
    return DefaultZones.ofLanguage(language).orElseGet(() -> mostFrequentZone(dates));
  }

  private static ZoneId mostFrequentZone(Collection<WrittenDate> dates) {
    Map<ZoneId, Long> counts =
        dates.stream()
            .flatMap(date -> Optional.ofNullable(date.zone()).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<ZoneId, Long>comparingByValue()
                .thenComparing(e -> e.getKey().getId(), Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(ZoneOffset.UTC);
  }

  private static String normalizeTag(String declared) {
    String bare = declared.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    String tag = Locale.forLanguageTag(LANGUAGE_ALIASES.getOrDefault(bare, bare)).toLanguageTag();
    return tag.equals("und") ? "" : tag;
  }

  private static String detectByScript(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    if (count(text, Character.UnicodeScript.HANGUL) > letters * MIN_SCRIPT_SHARE) {
      return "ko";
    }
    long kana =
        count(text, Character.UnicodeScript.HIRAGANA)
            + count(text, Character.UnicodeScript.KATAKANA);
    return kana > letters * MIN_SCRIPT_SHARE / 2 ? "ja" : "";
  }

  private static long count(String text, Character.UnicodeScript script) {
    return text.codePoints().filter(c -> Character.UnicodeScript.of(c) == script).count();
  }
}
