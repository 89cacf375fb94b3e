package dev.bongsu.syndication;

import java.text.Normalizer;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of months and zones in dates.
final class DateNames {
  private static final String LANGUAGES =
      "en fr de es it pt nl sv da nb fi pl cs sk hu ro tr el ru uk bg hr sl et lv lt ca id vi";
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);
  private static final String MILITARY_EAST = "NOPQRSTUVWXY";
  private static final String MILITARY_WEST = "ABCDEFGHIKLM";
  private static final Map<String, ZoneOffset> ZONES = zones();
  private static final Map<String, Integer> MONTHS = months();

  private DateNames() {}

  /// The number of a month by its name, long or short, in any of many languages; null if it is
  /// none.
  static @Nullable Integer month(String name) {
    return MONTHS.get(monthKey(name));
  }

  /// A zone by its letters (`KST`) or place (`Asia/Seoul`); null if nobody knows it.
  static @Nullable ZoneId zone(String name) {
    if (name.contains("/")) {
      return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    }
    return ZONES.get(name.toUpperCase(Locale.ROOT));
  }

  private static Map<String, ZoneOffset> zones() {
    Map<String, ZoneOffset> zones = new HashMap<>();
    // RFC 822, 5.1, has the signs of the letters as no army has them; feeds are written by it
    for (int i = 0; i < MILITARY_EAST.length(); i++) {
      zones.put(MILITARY_EAST.substring(i, i + 1), ZoneOffset.ofHours(i + 1));
      zones.put(MILITARY_WEST.substring(i, i + 1), ZoneOffset.ofHours(-i - 1));
    }
    String known =
        "Z=+00:00 UT=+00:00 UTC=+00:00 GMT=+00:00 WET=+00:00 BST=+01:00 CET=+01:00 CEST=+02:00"
            + " EET=+02:00 EEST=+03:00 MSK=+03:00 IST=+05:30 SGT=+08:00 HKT=+08:00 KST=+09:00"
            + " JST=+09:00 AEST=+10:00 AEDT=+11:00 NZST=+12:00 NZDT=+13:00 AKST=-09:00 AKDT=-08:00"
            + " HST=-10:00 AST=-04:00 ADT=-03:00 NST=-03:30 NDT=-02:30 BRT=-03:00 ART=-03:00"
            + " MEZ=+01:00 MESZ=+02:00 WEST=+01:00 SAST=+02:00 MSD=+04:00 ICT=+07:00 WIB=+07:00"
            + " PHT=+08:00 AWST=+08:00 ACST=+09:30 ET=-05:00 PT=-08:00 EST=-05:00 EDT=-04:00 CST=-06:00 CDT=-05:00"
            + " MST=-07:00 MDT=-06:00 PST=-08:00 PDT=-07:00";
    for (String pair : known.split(" ")) {
      zones.put(
          pair.substring(0, pair.indexOf('=')),
          ZoneOffset.of(pair.substring(pair.indexOf('=') + 1)));
    }
    return Map.copyOf(zones);
  }

  /// Full and short names; a name that means two months belongs to the language named first.
  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LANGUAGES.split(" ")) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = month.getDisplayName(style, Locale.forLanguageTag(language));
          months.putIfAbsent(monthKey(name), month.getValue());
        }
      }
    }
    months.put("sept", 9);
    months.put("maujus", 5);
    return Map.copyOf(months);
  }

  private static String monthKey(String name) {
    String bare = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return bare.replaceAll("[.\\p{M}]", "");
  }
}
