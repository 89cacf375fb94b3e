package dev.bongsu.language;

import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names of months and zones in dates.
final class DateNames {
  private static final String MILITARY_EAST = "NOPQRSTUVWXY";
  private static final String MILITARY_WEST = "ABCDEFGHIKLM";
  private static final Pattern ACCENTS = Pattern.compile("[.\\p{M}]");
  private static final Map<String, ZoneId> ZONES = zones();
  private static final Map<String, Integer> MONTHS = months();

  private DateNames() {}

  /// The number of a month by its name, long or short, in any of many languages; null if there is
  /// no such month.
  static @Nullable Integer month(String name) {
    return MONTHS.get(monthKey(name));
  }

  /// A zone by its abbreviation (`KST`) or place (`Asia/Seoul`), in any letter case; null if there
  /// is no such zone.
  static @Nullable ZoneId zone(String name) {
    if (name.contains("/")) {
      return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    }
    return ZONES.get(name.toUpperCase(Locale.ROOT));
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

  private static String monthKey(String name) {
    String bare = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return ACCENTS.matcher(bare).replaceAll("");
  }
}
