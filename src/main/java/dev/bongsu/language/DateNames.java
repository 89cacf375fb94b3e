package dev.bongsu.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The names of months and zones in dates.
final class DateNames {
  private static final String MILITARY_EAST = "NOPQRSTUVWXY";
  private static final String MILITARY_WEST = "ABCDEFGHIKLM";
  private static final Pattern ACCENTS = Pattern.compile("[.\\p{M}]");
  private static final int MIN_PREFIX = 3;
  private static final Map<String, ZoneId> ZONES = zones();
  private static final Map<String, Integer> MONTHS = months();

  private DateNames() {}

  /// The number of a month by its name, long or short, in any of many languages; null if there is
  /// no such month.
  static @Nullable Integer month(String name) {
    return MONTHS.get(monthKey(name));
  }

  /// As [#month], also by the beginning of a name that no other month has, and by the names in
  /// further languages (Unicode CLDR).
  static @Nullable Integer anyMonth(String name) {
    Integer month = month(name);
    if (month == null) {
      month = FurtherMonths.BY_NAME.get(monthKey(name));
    }
    return month == null ? monthByPrefix(monthKey(name)) : month;
  }

  private static @Nullable Integer monthByPrefix(String key) {
    if (key.length() < MIN_PREFIX) {
      return null;
    }
    Set<Integer> months =
        MONTHS.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(key))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return months.size() == 1 ? months.iterator().next() : null;
  }

  /// A zone by its abbreviation (`KST`) or place (`Asia/Seoul`), in any letter case; null if there
  /// is no such zone.
  static @Nullable ZoneId zone(String name) {
    if (name.contains("/")) {
      return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    }
    ZoneId zone = ZONES.get(name.toUpperCase(Locale.ROOT));
    return zone == null ? ZoneNames.byAbbreviation(name) : zone;
  }

  private static Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new HashMap<>(Map.of("Z", ZoneOffset.UTC));
    // RFC 822, 5.1, has the signs of the military letters reversed, and feeds follow it
    for (int i = 0; i < MILITARY_EAST.length(); i++) {
      zones.put(MILITARY_EAST.substring(i, i + 1), ZoneOffset.ofHours(i + 1));
      zones.put(MILITARY_WEST.substring(i, i + 1), ZoneOffset.ofHours(-i - 1));
    }
    LanguagePacks.pairs(PackFile.ZONES).forEach((name, zone) -> zones.put(name, ZoneId.of(zone)));
    return Map.copyOf(zones);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LanguagePacks.languages()) {
      List<String> names = LanguagePacks.entries(PackFile.MONTHS, language);
      for (int month = 1; month <= names.size(); month++) {
        for (String name : names.get(month - 1).split(" ")) {
          months.put(monthKey(name), month);
        }
      }
    }
    return Map.copyOf(months);
  }

  /// The months in all languages of CLDR, read when a name is in no pack.
  private static final class FurtherMonths {
    static final Map<String, Integer> BY_NAME = read();

    private static Map<String, Integer> read() {
      Map<String, Integer> months = new HashMap<>();
      Set<String> ambiguous = new HashSet<>();
      for (ULocale locale : ULocale.getAvailableLocales()) {
        if (locale.getCountry().isEmpty()) {
          for (String[] names : names(locale)) {
            for (int i = 0; i < Math.min(names.length, 12); i++) {
              Integer other = months.putIfAbsent(monthKey(names[i]), i + 1);
              if (other != null && other != i + 1) {
                ambiguous.add(monthKey(names[i]));
              }
            }
          }
        }
      }
      months.keySet().removeAll(ambiguous);
      return Map.copyOf(months);
    }

    private static List<String[]> names(ULocale locale) {
      DateFormatSymbols symbols = new DateFormatSymbols(new GregorianCalendar(locale), locale);
      return List.of(
          symbols.getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE),
          symbols.getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.ABBREVIATED),
          symbols.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE),
          symbols.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.ABBREVIATED));
    }
  }

  private static String monthKey(String name) {
    String bare = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return ACCENTS.matcher(bare).replaceAll("");
  }
}
