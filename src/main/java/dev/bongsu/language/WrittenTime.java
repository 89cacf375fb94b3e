package dev.bongsu.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time of day behind a date, with its zone.
///
/// @param hour from 0; 24 is the first hour of the next day
/// @param zone null if the text has none
record WrittenTime(int hour, int minute, int second, @Nullable ZoneId zone) {
  private static final int MAX_OFFSET_MINUTES = 18 * 60;
  private static final Map<String, String> HALVES = LanguagePacks.pairs(PackFile.DAY_HALVES);
  private static final String HALF = LanguagePacks.anyOf(PackFile.DAY_HALVES) + "(?!\\p{L})";
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)(?<front>"
              + HALF
              + ")?\\s*(?<![\\d+-])(?<h>\\d{1,2})\\s*[:시時时]\\s*(?<min>\\d{1,2})?"
              + "\\s*[분分]?(?:\\s*(?::\\s*|(?=\\d\\d))(?<s>\\d{1,2})(?!\\d)[초秒]?)?(?:[.,]\\d+)?\\s*"
              + "(?<back>"
              + HALF
              + ")?");

  /// What may stand between a date and its time inside a longer text: a weekday in brackets, `at`.
  private static final Pattern GAP =
      Pattern.compile("[.일日]?(?:\\s?\\([^)]{1,3}\\))?[T\\s,|]{0,3}(?:\\p{IsLatin}{1,4}\\.?\\s?)?");

  private static final Pattern OFFSET =
      Pattern.compile("^\\(?(?:GMT|UTC)?\\s*(?<sign>[+-])(?<h>\\d{1,2}):?(?<min>\\d{2})?(?!\\d)");
  private static final Pattern ZONE_NAME =
      Pattern.compile("^[\\[(]?(?<name>[A-Za-z]{1,9}(?:/[A-Za-z_]+)?)\\b");

  /// The year of the C form stands between time and zone.
  private static final Pattern YEAR_BEFORE_ZONE = Pattern.compile("^\\d{4} ");

  /// The time in what follows a date; null if there is none.
  ///
  /// @param embedded whether the text goes on after the date: then a time stands close to it, and a
  ///   zone is written in capitals
  static @Nullable WrittenTime find(String text, boolean embedded) {
    Matcher time = TIME.matcher(text);
    if (!time.find() || (embedded && !GAP.matcher(text.substring(0, time.start())).matches())) {
      return null;
    }
    String rest = YEAR_BEFORE_ZONE.matcher(text.substring(time.end()).strip()).replaceFirst("");
    return new WrittenTime(
        hour(time),
        numberOrZero(time.group("min")),
        // a leap second counts as the one before it
        Math.min(numberOrZero(time.group("s")), 59),
        zone(rest, embedded));
  }

  /// @throws DateTimeException if there is no such time
  LocalDateTime on(LocalDate day) {
    if (hour > 24) {
      throw new DateTimeException("no such hour");
    }
    return day.plusDays(hour / 24).atTime(LocalTime.of(hour % 24, minute, second));
  }

  private static int hour(Matcher time) {
    int hour = Integer.parseInt(time.group("h"));
    String half = time.group("front") == null ? time.group("back") : time.group("front");
    if (half == null || hour > 12) {
      return hour;
    }
    boolean afternoon = "pm".equals(HALVES.get(half.toLowerCase(Locale.ROOT)));
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static int numberOrZero(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static @Nullable ZoneId zone(String rest, boolean embedded) {
    Matcher offset = OFFSET.matcher(rest);
    if (offset.find() && !(embedded && offset.group("min") == null)) {
      int sign = offset.group("sign").equals("-") ? -1 : 1;
      int minutes = numberOrZero(offset.group("h")) * 60 + numberOrZero(offset.group("min"));
      return minutes > MAX_OFFSET_MINUTES ? null : ZoneOffset.ofTotalSeconds(sign * minutes * 60);
    }
    Matcher zone = ZONE_NAME.matcher(rest);
    if (!zone.find()) {
      return null;
    }
    String name = zone.group("name");
    return !embedded || isZoneInCapitals(name) ? DateNames.zone(name) : null;
  }

  /// Whether a word inside a text can be a zone; single letters but Z are words.
  private static boolean isZoneInCapitals(String name) {
    return name.equals("Z")
        || (name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT)))
        || name.indexOf('/') > 0;
  }
}
