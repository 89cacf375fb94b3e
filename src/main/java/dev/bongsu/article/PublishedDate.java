package dev.bongsu.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date as pages write it: ISO 8601 in all its loose forms, `2019.10.09 오후 2:12`, `2019년 10월 9일
/// 14:12`, `2019/10/09`.
final class PublishedDate {
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)\\s?[-./년年]\\s?(\\d{1,2})\\s?[-./월月]\\s?(\\d{1,2})(?!\\d)[일日.]?"
              + "(?:\\s?\\([^)]{1,3}\\))?"
              + "(?:[T\\s,|]{1,3}(오전|오후|(?i:[ap]m))?\\s?(\\d{1,2})[:시時]\\s?(\\d{2})분?"
              + "(?::(\\d{2})(?:[.,]\\d+)?)?\\s?(?i:(am|pm)\\b)?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?");

  private PublishedDate() {}

  /// The first date in a text; without a zone of its own it is read in `zone`, without a time it is
  /// the day's start. Empty if there is none or it names no real day.
  static Optional<Instant> find(@Nullable String text, ZoneId zone) {
    Matcher date = DATE.matcher(text == null ? "" : text);
    return date.find() ? instant(date, zone) : Optional.empty();
  }

  /// As [#find], for dates that come with a time of day only.
  static Optional<Instant> findWithTime(String text, ZoneId zone) {
    Matcher date = DATE.matcher(text);
    return date.find() && date.group(5) != null ? instant(date, zone) : Optional.empty();
  }

  /// The zone that a page in a language means when it names none.
  static ZoneId zoneOf(String language) {
    return switch (language) {
      case "ko" -> ZoneId.of("Asia/Seoul");
      case "ja" -> ZoneId.of("Asia/Tokyo");
      default -> ZoneOffset.UTC;
    };
  }

  private static Optional<Instant> instant(Matcher date, ZoneId zone) {
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(date.group(1)),
              number(date.group(2)),
              number(date.group(3)),
              hour(date),
              number(date.group(6)),
              number(date.group(7)));
      return Optional.of(local.atZone(written(date.group(9), zone)).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int hour(Matcher date) {
    int hour = number(date.group(5));
    String half = date.group(4) != null ? date.group(4) : date.group(8);
    if (half == null || hour > 12) {
      return hour;
    }
    boolean afternoon = half.equals("오후") || half.equalsIgnoreCase("pm");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static ZoneId written(@Nullable String zone, ZoneId otherwise) {
    return zone == null ? otherwise : ZoneId.of(zone);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
