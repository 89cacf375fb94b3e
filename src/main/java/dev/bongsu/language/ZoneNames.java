package dev.bongsu.language;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// Time zones by what people call their cities (Unicode CLDR).
public final class ZoneNames {
  private ZoneNames() {}

  /// The zone whose city has this name in a language, as 도쿄 in Korean; in any letter case.
  public static Optional<ZoneId> find(String city, Locale language) {
    TimeZoneNames names = TimeZoneNames.getInstance(ULocale.forLocale(language));
    String plain = city.strip();
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.indexOf('/') > 0)
        .filter(id -> plain.equalsIgnoreCase(names.getExemplarLocationName(id)))
        .min(String::compareTo)
        .map(ZoneId::of);
  }
}
