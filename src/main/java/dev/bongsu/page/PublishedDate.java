package dev.bongsu.page;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date as pages write it: ISO 8601 in all its loose forms, `2019.10.09 오후 2:12`, `2019년 10월 9일
/// 14:12`, `2019/10/09`, `April 7, 2031, 3:04 p.m. ET`, `7 Apr 2031`, `20191009141200`.
final class PublishedDate {
  private static final String YEAR = "(?<y>(?:19|20)\\d\\d)";
  private static final String MONTH =
      "(?<name>(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\\p{L}{0,6}\\.?";
  private static final String ZONE =
      "(?:\\s?(?<z>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[ECMP][SD]?T|BST|KST|JST|IST|CES?T)\\b)?";
  private static final String AM_PM = "(?<half>(?i:[ap])\\.?(?i:m)\\b\\.?)?";
  private static final String TIME =
      "(?:,?\\s(?:at\\s)?(?<h>\\d{1,2})[:.](?<mi>\\d{2})(?::(?<s>\\d{2}))?\\s?"
          + AM_PM
          + ZONE
          + ")?";

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile(
              "(?<!\\d)"
                  + YEAR
                  + "\\s?[-./년年]\\s?(?<mo>\\d{1,2})\\s?[-./월月]\\s?(?<d>\\d{1,2})(?!\\d)[일日.]?"
                  + "(?:\\s?\\([^)]{1,3}\\))?(?:[T\\s,|]{1,3}(?<front>오전|오후|(?i:[ap]m))?\\s?"
                  + "(?<h>\\d{1,2})[:시時]\\s?(?<mi>\\d{2})분?(?::(?<s>\\d{2})(?:[.,]\\d+)?)?\\s?"
                  + AM_PM
                  + "(?:\\s?(?<z>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|KST|JST))?)?"),
          Pattern.compile("\\b" + MONTH + "\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s" + YEAR + TIME),
          Pattern.compile(
              "(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?[\\s-]" + MONTH + ",?[\\s-]" + YEAR + TIME),
          Pattern.compile(
              "(?<!\\d)"
                  + YEAR
                  + "(?<mo>[01]\\d)(?<d>[0-3]\\d)(?:T?(?<h>\\d{2})(?<mi>\\d{2})(?<s>\\d{2})?)?"
                  + "(?<z>Z|[+-]\\d{2}:?\\d{2})?(?!\\d)"),
          Pattern.compile(
              "(?<!\\d)(?<short>[1-9]\\d)[-./](?<mo>\\d{2})[-./](?<d>\\d{2})\\s(?<h>\\d{2}):(?<mi>\\d{2})(?!\\d)"));

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("ET", "America/New_York"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CT", "America/Chicago"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MT", "America/Denver"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PT", "America/Los_Angeles"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("IST", "+05:30"),
          Map.entry("KST", "+09:00"),
          Map.entry("JST", "+09:00"));

  private PublishedDate() {}

  /// The first date in a text; without a zone of its own it is read in `zone`, without a time it is
  /// the day's start. Empty if there is none or it names no real day.
  static Optional<Instant> find(@Nullable String text, ZoneId zone) {
    return find(text == null ? "" : text, zone, false);
  }

  /// As [#find], for dates that come with a time of day only.
  static Optional<Instant> findWithTime(String text, ZoneId zone) {
    return find(text, zone, true);
  }

  /// The zone that a page means when it names none: its language's or its host's country's.
  ///
  /// @param address null if it has none
  static ZoneId defaultZone(String language, @Nullable URI address) {
    String host = address == null || address.getHost() == null ? "" : address.getHost();
    if (language.equals("ko") || host.endsWith(".kr")) {
      return ZoneId.of("Asia/Seoul");
    }
    if (language.equals("ja") || host.endsWith(".jp")) {
      return ZoneId.of("Asia/Tokyo");
    }
    return ZoneOffset.UTC;
  }

  private static Optional<Instant> find(String text, ZoneId zone, boolean withTime) {
    return PATTERNS.stream()
        .map(form -> form.matcher(text))
        .filter(Matcher::find)
        .filter(date -> !withTime || group(date, "h") != null)
        .flatMap(date -> instant(date, zone).stream())
        .findFirst();
  }

  private static Optional<Instant> instant(Matcher date, ZoneId zone) {
    try {
      LocalDateTime local =
          LocalDateTime.of(
              year(date),
              month(date),
              number(date.group("d")),
              hour(date),
              number(group(date, "mi")),
              number(group(date, "s")));
      return Optional.of(local.atZone(zoneOrDefault(group(date, "z"), zone)).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int year(Matcher date) {
    String two = group(date, "short");
    return two == null ? number(date.group("y")) : 2000 + number(two);
  }

  private static int month(Matcher date) {
    String name = group(date, "name");
    return name == null
        ? number(date.group("mo"))
        : MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1;
  }

  private static int hour(Matcher date) {
    int hour = number(group(date, "h"));
    String front = group(date, "front");
    String half = front != null ? front : group(date, "half");
    if (half == null || hour > 12) {
      return hour;
    }
    boolean afternoon = half.equals("오후") || half.toLowerCase(Locale.ROOT).startsWith("p");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static ZoneId zoneOrDefault(@Nullable String zone, ZoneId otherwise) {
    return zone == null ? otherwise : ZoneId.of(ZONES.getOrDefault(zone, zone));
  }

  /// A part of a date; null if this form has none or it was left out.
  private static @Nullable String group(Matcher date, String name) {
    return date.namedGroups().containsKey(name) ? date.group(name) : null;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
