package dev.bongsu.language;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Time zones by what people call them: an offset, an abbreviation, a city or a country, in English
/// or Korean (Unicode CLDR and `zones.properties`).
public final class ZoneNames {
  /// An offset from UTC as people write it: `+9`, `9`, `GMT+9`, `UTC-5`, `+05:30`, `-0330`. The
  /// zone database has `Etc/GMT+9` for nine hours behind UTC, which nobody means.
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:utc|gmt)?\\s*([+-]?)\\s*(\\d{1,2})(?::?([0-5]\\d))?(?:\\s*(?:시간|hours?|h))?");

  private static final int MIN_OFFSET_MINUTES = -12 * 60;
  private static final int MAX_OFFSET_MINUTES = 14 * 60;
  private static final int MAX_LENGTH = 60;
  private static final int MAX_ABBREVIATION_LENGTH = 4;

  private static final Properties COLLOQUIAL = read("/zones.properties");

  private static final List<TimeZoneNames> CITIES =
      List.of(
          TimeZoneNames.getInstance(ULocale.ENGLISH), TimeZoneNames.getInstance(ULocale.KOREAN));

  private ZoneNames() {}

  /// The zone of this name, in any letter case, with or without diacritics.
  public static Optional<ZoneId> find(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace('−', '-');
    if (plain.isEmpty() || plain.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher offset = OFFSET.matcher(plain.toLowerCase(Locale.ROOT));
    return offset.matches() ? offset(offset) : named(plain);
  }

  /// The zone of an abbreviation in `zones.properties`, in any letter case; null if there is none.
  static @Nullable ZoneId byAbbreviation(String name) {
    String id =
        name.length() > MAX_ABBREVIATION_LENGTH
            ? null
            : COLLOQUIAL.getProperty(name.toLowerCase(Locale.ROOT));
    return id == null ? null : ZoneId.of(id);
  }

  /// The names in `zones.properties`.
  static Set<String> colloquial() {
    return COLLOQUIAL.stringPropertyNames();
  }

  private static Optional<ZoneId> offset(Matcher typed) {
    int hours = Integer.parseInt(typed.group(2));
    int minutes = typed.group(3) == null ? 0 : Integer.parseInt(typed.group(3));
    int total = (hours * 60 + minutes) * (typed.group(1).equals("-") ? -1 : 1);
    boolean exists = total >= MIN_OFFSET_MINUTES && total <= MAX_OFFSET_MINUTES;
    return exists
        ? Optional.of(total == 0 ? ZoneId.of("UTC") : ZoneOffset.ofTotalSeconds(total * 60))
        : Optional.empty();
  }

  private static Optional<ZoneId> named(String plain) {
    String name = fold(plain);
    return Optional.ofNullable(COLLOQUIAL.getProperty(name))
        .or(() -> first(id -> fold(id).equals(name)))
        .or(() -> ofPlace(name).map(ZoneNames::currentId))
        .map(ZoneId::of);
  }

  private static Optional<String> ofPlace(String name) {
    return first(id -> fold(id.substring(id.lastIndexOf('/') + 1)).equals(name))
        .or(() -> first(id -> isCity(id, name)))
        .or(() -> ofCountry(name));
  }

  /// The zone database's present id of a zone that has several.
  private static String currentId(String id) {
    String current = TimeZone.getIanaID(id);
    return current.equals(TimeZone.UNKNOWN_ZONE_ID) ? id : current;
  }

  private static boolean isCity(String id, String name) {
    return CITIES.stream()
        .map(language -> language.getExemplarLocationName(id))
        .anyMatch(city -> city != null && fold(city).equals(name));
  }

  private static Optional<String> first(Predicate<String> which) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .filter(which)
        .min(String::compareTo);
  }

  /// The zone of a country that has only one.
  private static Optional<String> ofCountry(String name) {
    return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
        .filter(code -> isCountry(code, name))
        .map(code -> TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, code, null))
        .filter(zones -> zones.size() == 1)
        .map(Set::iterator)
        .map(zones -> zones.next())
        .findFirst();
  }

  private static boolean isCountry(String code, String name) {
    Locale country = Locale.of("", code);
    return List.of(Locale.ENGLISH, Locale.KOREAN).stream()
        .anyMatch(language -> fold(country.getDisplayCountry(language)).equals(name));
  }

  /// Letters and digits alone, in lower case and without marks; the slashes of ids stay.
  private static String fold(String name) {
    String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String plain = apart.replaceAll("[^\\p{L}\\p{N}/+]", "").replace('ı', 'i').replace('ø', 'o');
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(ZoneNames.class.getResourceAsStream(resource))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
