package dev.bongsu.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates as feeds and pages write them: RFC 822, ISO 8601 in its loose forms, Korean,
/// Japanese and Chinese forms, `April 7, 2031, 3:04 p.m. ET`, and month names of all language
/// packs.
public final class DateReader {
  private static final int MAX_DATE_LENGTH = 100;
  private static final int MAX_TEXT_LENGTH = 300;
  private static final int MAX_YEAR = 2442;
  private static final int BUDDHIST_YEARS = 543;

  /// A month's name, in any script, or its abbreviation.
  private static final String MONTH = "(?<m>\\p{L}[\\p{L}\\p{M}]{1,15}|\\p{L}\\p{M}?\\.\\p{L})";

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(?<y>\\d{4})\\s*[-./년年]\\s*(?<m>\\d{1,2}|\\p{L}{3,12})\\s*[-./월月]\\s*"
              + "(?<d>\\d{1,2})(?!\\d)[일日]?");
  private static final Pattern COMPACT =
      Pattern.compile("(?<![\\d.])(?<y>(?:19|20)\\d\\d)(?<m>[01]\\d)(?<d>[0-3]\\d)(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\d:])(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?,?[\\s/-]*(?:(?:de|of|di|del)\\s+)?"
              + MONTH
              + "\\.?,?[\\s/-]*(?:(?:de|of|del)\\s+)?(?<y>\\d{4}|1\\d\\d|\\d\\d)(?!\\d|:\\d\\d(?!:\\d\\d:))");
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![\\d.])(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4}|\\d\\d)(?!\\d)");

  /// The American order; a month above 12 makes it [#DAY_MONTH].
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<![\\d/])(?<m>0?[1-9]|1[0-2])[/-](?<d>\\d{1,2})[/-](?<y>\\d{4}|(?<=/)\\d\\d)(?![\\d/])");

  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![\\d/])(?<d>\\d{1,2})[/-](?<m>\\d{1,2})[/-](?<y>\\d{4}|(?<=/)\\d\\d)(?![\\d/])");

  /// Numbers with blanks between.
  private static final Pattern SPACED =
      Pattern.compile("^(?:\\p{L}+\\.?,? )?(?<d>\\d{1,2}) (?<m>\\d{1,2}) (?<y>\\d{4})(?!\\d)");

  private static final Pattern YEAR_FIRST_SPACED =
      Pattern.compile("^(?<y>\\d{4}) (?<m>\\d{1,2}) (?<d>\\d{1,2})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(MONTH + "\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})");
  private static final Pattern ASCTIME =
      Pattern.compile(
          MONTH + "\\s+(?<d>\\d{1,2})\\s+(?=\\d{1,2}:).*?\\s(?<y>\\d{4})(?=$| [+-]|" + " [A-Z])");

  /// `2026 m. lapkričio 23 d.`, `2026, November 23`
  private static final Pattern YEAR_MONTH_NAME =
      Pattern.compile(
          "(?<!\\d)(?<y>\\d{4})(?:\\s\\p{L}{1,4}\\.)?[.,/\\s]\\s*"
              + MONTH
              + "\\.?,?\\s+(?<d>\\d{1,2})(?!\\d)");

  /// `2026. gada 23. novembris`
  private static final Pattern YEAR_DAY_NAME =
      Pattern.compile(
          "(?<!\\d)(?<y>\\d{4})\\.?(?:\\s\\p{L}{2,5}\\.?)?,?\\s(?<d>\\d{1,2})\\.?\\s" + MONTH);

  /// The form of ISO 8601 before 2004 that leaves the century out.
  private static final Pattern TWO_DIGIT_YEAR =
      Pattern.compile("^(?<y>\\d\\d)-(?<m>0[1-9]|1[0-2])-(?<d>\\d\\d)(?!\\d)");

  /// `31.04.07 14:12`, as Korean pages write it; only the time shows that it is a date.
  private static final Pattern TWO_DIGIT_YEAR_WITH_TIME =
      Pattern.compile(
          "(?<!\\d)(?<y>[1-9]\\d)[-./](?<m>\\d{2})[-./](?<d>\\d{2})(?=\\s\\d{2}:\\d{2}(?!\\d))");

  private static final Pattern ORDINAL = Pattern.compile("^(?<y>\\d{4})-?(?<n>[0-3]\\d\\d)(?!\\d)");
  private static final Pattern WEEK =
      Pattern.compile("^(?<y>\\d{4})-?W(?<w>[0-5]\\d)(?:-?(?<n>[1-7]))?(?!\\d)");
  private static final Pattern MONTH_ONLY =
      Pattern.compile("^(?<y>(?:19|20)\\d\\d)(?:-(?<m>0[1-9]|1[0-2]))?$");

  /// The forms of a text that is a date and nothing else.
  private static final List<Pattern> FORMS =
      List.of(
          YEAR_FIRST,
          COMPACT,
          ASCTIME,
          DAY_FIRST,
          MONTH_FIRST,
          DOTTED,
          MONTH_DAY,
          DAY_MONTH,
          SPACED,
          YEAR_FIRST_SPACED,
          YEAR_MONTH_NAME,
          YEAR_DAY_NAME,
          WEEK,
          ORDINAL,
          TWO_DIGIT_YEAR,
          MONTH_ONLY);

  /// The forms that are dates wherever they stand.
  private static final List<Pattern> EMBEDDED_FORMS =
      List.of(YEAR_FIRST, MONTH_FIRST, DAY_FIRST, COMPACT, TWO_DIGIT_YEAR_WITH_TIME);

  /// French and Spanish times: `14h30`.
  private static final Pattern HOUR_LETTER = Pattern.compile("(?i)(?<=\\s\\d{1,2})h(?=\\d{2})");

  /// `2026-03-10T09Z`
  private static final Pattern HOUR_ONLY = Pattern.compile("(?<=\\d-\\d\\d)T(\\d\\d)(?=Z|[+-]|$)");

  private static final Pattern DOTTED_TIME =
      Pattern.compile("(?<=\\d{4},? )(\\d{1,2})\\.(\\d\\d)(?:\\.(\\d\\d))?(?= |$)");
  private static final Pattern COMPACT_TIME =
      Pattern.compile("(?<!\\d)(?<date>\\d{8})[T ]?(?<h>\\d\\d)(?<min>\\d\\d)(?<s>\\d\\d)?(?!\\d)");

  /// Seconds or milliseconds since 1970, of 2001 to 2286.
  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\d{3}|\\.\\d*)?");

  private DateReader() {}

  /// Reads a text that is a date; empty if it is none or longer than 100 characters.
  public static Optional<WrittenDate> parse(String text) {
    String line = DateText.normalize(text);
    if (line.isEmpty() || line.length() > MAX_DATE_LENGTH) {
      return Optional.empty();
    }
    Matcher epoch = EPOCH.matcher(line);
    if (epoch.matches()) {
      LocalDateTime at =
          LocalDateTime.ofEpochSecond(Long.parseLong(epoch.group(1)), 0, ZoneOffset.UTC);
      return Optional.of(new WrittenDate(at, ZoneOffset.UTC, true));
    }
    String normalized = normalizeTime(line);
    return FORMS.stream().flatMap(form -> first(normalized, form, false).stream()).findFirst();
  }

  /// The first date in the first 300 characters of a text. Without a zone of its own it is read in
  /// `zone`, without a time it is the start of the day. Empty if there is none.
  public static Optional<Instant> find(@Nullable String text, ZoneId zone) {
    return find(text == null ? "" : text, zone, false);
  }

  /// As [#find], but only a date with a time of day.
  public static Optional<Instant> findWithTime(String text, ZoneId zone) {
    return find(text, zone, true);
  }

  private static Optional<Instant> find(String text, ZoneId zone, boolean withTime) {
    String head = text.substring(0, Math.min(text.length(), MAX_TEXT_LENGTH));
    String line = normalizeTime(DateText.normalize(head));
    return EMBEDDED_FORMS.stream()
        .flatMap(form -> first(line, form, true).stream())
        .filter(date -> date.hasTime() || !withTime)
        .map(date -> date.toInstant(zone))
        .findFirst();
  }

  /// The text with colons in its time.
  private static String normalizeTime(String text) {
    String line =
        COMPACT_TIME
            .matcher(text)
            .replaceFirst(
                time -> {
                  String seconds = time.group(4) == null ? "" : ":" + time.group(4);
                  return "%s %s:%s%s "
                      .formatted(time.group(1), time.group(2), time.group(3), seconds);
                })
            .stripTrailing();
    line = HOUR_LETTER.matcher(line).replaceFirst(":");
    line = HOUR_ONLY.matcher(line).replaceFirst("T$1:00");
    return DOTTED_TIME.matcher(line).replaceFirst(time -> time.group().replace('.', ':'));
  }

  /// The first date of a form that exists.
  private static Optional<WrittenDate> first(String text, Pattern form, boolean embedded) {
    Matcher date = form.matcher(text);
    while (date.find()) {
      try {
        return Optional.of(read(text, date, embedded));
      } catch (DateTimeException | NumberFormatException _) {
        // 31 February, or a word where a month should be: the next one may be a date
      }
    }
    return Optional.empty();
  }

  private static WrittenDate read(String text, Matcher date, boolean embedded) {
    LocalDate day = day(date, embedded);
    // the C form encloses the time, all others precede it
    String rest = text.substring(date.pattern() == ASCTIME ? date.end("d") : date.end());
    WrittenTime time = WrittenTime.find(rest, embedded);
    if (time == null && !embedded) {
      time = WrittenTime.find(text.substring(0, date.start()), false);
    }
    return time == null
        ? new WrittenDate(day.atStartOfDay(), null, false)
        : new WrittenDate(time.on(day), time.zone(), true);
  }

  private static LocalDate day(Matcher date, boolean embedded) {
    String digits = date.group("y");
    if (embedded
        && !digits.matches("(?:19|20)\\d\\d")
        && date.pattern() != TWO_DIGIT_YEAR_WITH_TIME) {
      throw new DateTimeException("no year");
    }
    int year = year(digits);
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
      return LocalDate.of(year, date.group("m") == null ? 1 : month(date.group("m"), embedded), 1);
    }
    return LocalDate.of(year, month(date.group("m"), embedded), Integer.parseInt(date.group("d")));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return switch (digits.length()) {
      case 2 -> year + (year < 70 ? 2000 : 1900);
      case 3 -> year + 1900; // the result of JavaScript's `getYear()`
      // Thailand counts from the death of the Buddha
      default -> year > MAX_YEAR ? year - BUDDHIST_YEARS : year;
    };
  }

  private static int month(String text, boolean embedded) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    Integer month = embedded ? DateNames.month(text) : DateNames.anyMonth(text);
    if (month == null) {
      throw new DateTimeException("no such month");
    }
    return month;
  }
}
