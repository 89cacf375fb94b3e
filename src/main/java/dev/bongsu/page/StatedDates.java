package dev.bongsu.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The dates that a page states for its publication. Pages contradict themselves: one date has no
/// time, another no zone, and a third calls the local time UTC.
final class StatedDates {
  private static final Pattern WALL_CLOCK =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d)");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");
  private static final Pattern ZONE =
      Pattern.compile(
          "\\d:\\d{2}(?:[.,]\\d+)?\\s*(?:(Z|UTC|GMT)|[+-](\\d{2}):?(\\d{2}))$",
          Pattern.CASE_INSENSITIVE);

  private StatedDates() {}

  /// The dates in the order in which they are to be believed: those with time and zone, those with
  /// a time, and those of a day. A time that another date of the page gives with an offset is that
  /// date's.
  ///
  /// @param declared by the page's data, the best first
  /// @param shown by elements of the page, which may be other articles'
  static List<String> ordered(List<String> declared, List<String> shown) {
    List<String> all = Stream.concat(declared.stream(), shown.stream()).toList();
    Stream<String> ranked =
        declared.stream()
            .map(date -> withOffset(date, all))
            .sorted(Comparator.comparingInt(StatedDates::rank));
    return Stream.concat(ranked, shown.stream()).toList();
  }

  private static String withOffset(String date, List<String> all) {
    Optional<String> clock = wallClock(date);
    return clock.isEmpty() || hasOffset(date)
        ? date
        : all.stream()
            .filter(other -> hasOffset(other) && wallClock(other).equals(clock))
            .findFirst()
            .orElse(date);
  }

  private static Optional<String> wallClock(String date) {
    Matcher clock = WALL_CLOCK.matcher(date);
    return clock.find() ? Optional.of(clock.group(1) + clock.group(2)) : Optional.empty();
  }

  /// Whether it names a zone that is not UTC's.
  private static boolean hasOffset(String date) {
    Matcher zone = ZONE.matcher(date.strip());
    return zone.find()
        && zone.group(1) == null
        && !(zone.group(2).equals("00") && zone.group(3).equals("00"));
  }

  private static int rank(String date) {
    return ZONE.matcher(date.strip()).find() ? 0 : TIME.matcher(date).find() ? 1 : 2;
  }
}
