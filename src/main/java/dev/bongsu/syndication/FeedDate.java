package dev.bongsu.syndication;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date as feeds write it: RFC 822, ISO 8601, `2026-11-23 11:00:00`, Korean, Japanese and Chinese
/// forms, and month names of many languages.
///
/// @param zone null if the text has none
record FeedDate(LocalDateTime time, @Nullable ZoneId zone) {
  private static final int MAX_CHARS = 100;
  private static final int MAX_OFFSET_MINUTES = 18 * 60;
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(?<y>\\d{4})\\s*[-./년年]\\s*(?<m>\\d{1,2}|\\p{L}{3,12})\\s*[-./월月]\\s*"
              + "(?<d>\\d{1,2})(?!\\d)[일日]?");
  private static final Pattern COMPACT =
      Pattern.compile("(?<![\\d.])(?<y>(?:19|20)\\d\\d)(?<m>[01]\\d)(?<d>[0-3]\\d)(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\d:])(?<d>\\d{1,2})(?:st|nd|rd|th|\\.|º)?,?[\\s-]+(?:de\\s+)?(?<m>\\p{L}{3,12})\\.?,?[\\s-]+"
              + "(?:de\\s+)?(?<y>\\d{4}|1\\d\\d|\\d\\d)(?![\\d:])");
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![\\d.])(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4}|\\d\\d)(?!\\d)");

  /// As Americans write it, unless that cannot be.
  private static final Pattern MONTH_DAY =
      Pattern.compile("(?<![\\d/])(?<m>0?[1-9]|1[0-2])[/-](?<d>\\d{1,2})[/-](?<y>\\d{4})(?!\\d)");

  private static final Pattern DAY_MONTH =
      Pattern.compile("(?<![\\d/])(?<d>\\d{1,2})[/-](?<m>\\d{1,2})[/-](?<y>\\d{4})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?<m>\\p{L}{3,12})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})");
  private static final Pattern ASCTIME =
      Pattern.compile(
          "(?<m>\\p{L}{3,12})\\s+(?<d>\\d{1,2})\\s+(?=\\d{1,2}:).*?\\s(?<y>\\d{4})(?=$| [+-]| [A-Z])");

  /// ISO 8601 of before 2004, without the century.
  private static final Pattern TWO_DIGIT_YEAR =
      Pattern.compile("^(?<y>\\d\\d)-(?<m>0[1-9]|1[0-2])-(?<d>\\d\\d)(?!\\d)");

  private static final Pattern ORDINAL = Pattern.compile("^(?<y>\\d{4})-?(?<n>[0-3]\\d\\d)(?!\\d)");
  private static final Pattern WEEK =
      Pattern.compile("^(?<y>\\d{4})-?W(?<w>[0-5]\\d)(?:-?(?<n>[1-7]))?(?!\\d)");
  private static final Pattern MONTH_ONLY =
      Pattern.compile("^(?<y>(?:19|20)\\d\\d)(?:-(?<m>0[1-9]|1[0-2]))?$");
  private static final List<Pattern> DATES =
      List.of(
          YEAR_FIRST,
          COMPACT,
          ASCTIME,
          DAY_FIRST,
          MONTH_FIRST,
          DOTTED,
          MONTH_DAY,
          DAY_MONTH,
          WEEK,
          ORDINAL,
          TWO_DIGIT_YEAR,
          MONTH_ONLY);
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)(?<half>오전|오후|午前|午後|上午|下午)?\\s*(?<![\\d+-])(?<h>\\d{1,2})\\s*[:시時时]\\s*(?<min>\\d{1,2})?"
              + "\\s*[분分]?(?:\\s*(?::\\s*|(?=\\d\\d))(?<s>\\d{1,2})(?!\\d)[초秒]?)?(?:[.,]\\d+)?\\s*"
              + "(?<ampm>am\\b|pm\\b|a\\.m\\.|p\\.m\\.)?");

  /// French and Spanish times: `14h30`.
  private static final Pattern HOUR_LETTER = Pattern.compile("(?i)(?<=\\s\\d{1,2})h(?=\\d{2})");

  /// `2026-03-10T09Z`
  private static final Pattern HOUR_ONLY = Pattern.compile("(?<=\\d-\\d\\d)T(\\d\\d)(?=Z|[+-]|$)");

  private static final Pattern DOTTED_TIME =
      Pattern.compile("(?<=\\d{4},? )(\\d\\d)\\.(\\d\\d)(?:\\.(\\d\\d))?(?= |$)");

  /// Seconds or milliseconds since 1970, of 2001 to 2286.
  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\d{3}|\\.\\d*)?");

  private static final Set<String> AFTERNOON = Set.of("오후", "午後", "下午");
  private static final Pattern OFFSET =
      Pattern.compile("^\\(?(?:GMT|UTC)?\\s*(?<sign>[+-])(?<h>\\d{1,2}):?(?<min>\\d{2})?(?!\\d)");
  private static final Pattern ZONE_NAME =
      Pattern.compile("^[\\[(]?(?<name>[A-Za-z]{1,9}(?:/[A-Za-z_]+)?)\\b");
  private static final Pattern COMPACT_TIME =
      Pattern.compile("(?<date>\\d{8})[T ]?(?<h>\\d\\d)(?<min>\\d\\d)(?<s>\\d\\d)(?!\\d)");

  /// Reads a date; empty if the text is none.
  static Optional<FeedDate> parse(String text) {
    String bare = text.strip().replaceAll("[\\s\\u00A0]+", " ");
    if (bare.isEmpty() || bare.length() > MAX_CHARS) {
      return Optional.empty();
    }
    Matcher epoch = EPOCH.matcher(bare);
    if (epoch.matches()) {
      LocalDateTime at =
          LocalDateTime.ofEpochSecond(Long.parseLong(epoch.group(1)), 0, ZoneOffset.UTC);
      return Optional.of(new FeedDate(at, ZoneOffset.UTC));
    }
    String spread = normalizeTime(bare);
    for (Pattern pattern : DATES) {
      Matcher date = pattern.matcher(spread);
      if (date.find()) {
        Optional<FeedDate> read = tryRead(spread, date);
        if (read.isPresent()) {
          return read;
        }
      }
    }
    return Optional.empty();
  }

  /// With colons in its time.
  private static String normalizeTime(String text) {
    String spread =
        COMPACT_TIME.matcher(text).replaceFirst("${date} ${h}:${min}:${s} ").stripTrailing();
    spread = HOUR_LETTER.matcher(spread).replaceFirst(":");
    spread = HOUR_ONLY.matcher(spread).replaceFirst("T$1:00");
    return DOTTED_TIME.matcher(spread).replaceFirst(time -> time.group().replace('.', ':'));
  }

  private static Optional<FeedDate> tryRead(String text, Matcher date) {
    try {
      return Optional.of(read(text, date));
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The moment, in a zone if the text has none of its own.
  Instant toInstant(ZoneId fallback) {
    ZoneId own = zone;
    return time.atZone(own == null ? fallback : own).toInstant();
  }

  private static FeedDate read(String text, Matcher date) {
    LocalDate day = day(date);
    // of the C form the time is inside; of the others behind
    String rest = text.substring(date.pattern() == ASCTIME ? date.end("d") : date.end());
    Matcher time = TIME.matcher(rest);
    if (!time.find()) {
      return new FeedDate(day.atStartOfDay(), null);
    }
    int hour = hour(time);
    LocalDateTime at =
        day.plusDays(hour / 24)
            .atTime(
                LocalTime.of(hour % 24, numberOrZero(time.group("min")), second(time.group("s"))));
    // in a year that stands between time and zone, no zone begins
    return new FeedDate(at, zone(rest.substring(time.end()).strip().replaceFirst("^\\d{4} ", "")));
  }

  private static LocalDate day(Matcher date) {
    int year = year(date.group("y"));
    if (date.pattern() == ORDINAL) {
      return LocalDate.ofYearDay(year, Integer.parseInt(date.group("n")));
    }
    if (date.pattern() == WEEK) {
      int weekday = date.group("n") == null ? 1 : Integer.parseInt(date.group("n"));
      return LocalDate.of(year, 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(date.group("w")))
          .with(ChronoField.DAY_OF_WEEK, weekday);
    }
    if (date.pattern() == MONTH_ONLY) {
      return LocalDate.of(year, date.group("m") == null ? 1 : month(date.group("m")), 1);
    }
    return LocalDate.of(year, month(date.group("m")), Integer.parseInt(date.group("d")));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return switch (digits.length()) {
      case 2 -> year + (year < 70 ? 2000 : 1900);
      case 3 -> year + 1900; // what `getYear()` gives
      default -> year;
    };
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    Integer month = DateNames.month(text);
    if (month == null) {
      throw new DateTimeException("no such month");
    }
    return month;
  }

  private static int hour(Matcher time) {
    int hour = Integer.parseInt(time.group("h"));
    String half = time.group("half");
    String ampm = time.group("ampm");
    if (half == null && ampm == null) {
      return hour;
    }
    boolean afternoon =
        (half != null && AFTERNOON.contains(half))
            || (ampm != null && ampm.toLowerCase(Locale.ROOT).startsWith("p"));
    return hour > 12 ? hour : hour % 12 + (afternoon ? 12 : 0);
  }

  private static int numberOrZero(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /// Leap seconds are rounded down.
  private static int second(@Nullable String digits) {
    return Math.min(numberOrZero(digits), 59);
  }

  private static @Nullable ZoneId zone(String rest) {
    Matcher offset = OFFSET.matcher(rest);
    if (offset.find()) {
      int sign = offset.group("sign").equals("-") ? -1 : 1;
      int minutes = numberOrZero(offset.group("h")) * 60 + numberOrZero(offset.group("min"));
      return minutes > MAX_OFFSET_MINUTES ? null : ZoneOffset.ofTotalSeconds(sign * minutes * 60);
    }
    Matcher name = ZONE_NAME.matcher(rest);
    return name.find() ? DateNames.zone(name.group("name")) : null;
  }
}
