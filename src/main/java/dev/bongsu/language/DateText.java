package dev.bongsu.language;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Brings a written date to ASCII digits, single blanks and the Gregorian year.
final class DateText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");

  /// The year before the first one of an era.
  private static final Map<String, Integer> ERAS =
      Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "民國", 1911, "民国", 1911);

  private static final Pattern ERA_YEAR =
      Pattern.compile("(" + String.join("|", ERAS.keySet()) + ")\\s?(元|\\d{1,3})(?=\\s?年)");

  /// In Hebrew, the preposition is part of the month.
  private static final Pattern HEBREW_IN =
      Pattern.compile("(?<=\\d\\.? )ב[-־]?(?=\\p{IsHebrew}{3})");

  private DateText() {}

  static String normalize(String text) {
    String line = BLANKS.matcher(text.strip()).replaceAll(" ");
    if (line.chars().allMatch(c -> c < 0x80)) {
      return line;
    }
    line = INVISIBLE.matcher(line).replaceAll("");
    line = DIGIT.matcher(line).replaceAll(DateText::asciiDigit);
    line = ERA_YEAR.matcher(line).replaceAll(DateText::gregorianYear);
    return HEBREW_IN.matcher(line).replaceAll("").replace('،', ',').replace('−', '-');
  }

  private static String asciiDigit(MatchResult digit) {
    return String.valueOf(Character.digit(digit.group().codePointAt(0), 10));
  }

  private static String gregorianYear(MatchResult year) {
    int number = year.group(2).equals("元") ? 1 : Integer.parseInt(year.group(2));
    return String.valueOf(ERAS.getOrDefault(year.group(1), 0) + number);
  }
}
