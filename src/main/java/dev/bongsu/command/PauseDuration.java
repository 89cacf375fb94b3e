package dev.bongsu.command;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time at the end of a command: `1 2h`, `all 3 days`, `2 90분 동안`, `1h30m`.
///
/// @param rest the command without it
record PauseDuration(String rest, Duration time) {
  private static final String DAYS = "days?|d|일";
  private static final String HOURS = "hours?|hrs?|h|시간";
  private static final String MINUTES = "minutes?|mins?|min|m|분";
  private static final String WEEKS = "weeks?|w|주일?";

  private static final Pattern PART =
      Pattern.compile("(\\d{1,4})\\s*(%s|%s|%s|%s)".formatted(WEEKS, DAYS, HOURS, MINUTES));
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(.*?)\\s+)??(?:for\\s+)?((?:%s\\s*)+?)(?:\\s*동안|간)?".formatted(PART.pattern()));
  private static final Duration MAX = Duration.ofDays(366);

  /// Empty if there is none, or one of more than a year.
  static Optional<PauseDuration> parse(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    Matcher shape = SHAPE.matcher(plain.toLowerCase(Locale.ROOT));
    if (!shape.matches()) {
      return Optional.empty();
    }
    Duration time = Duration.ZERO;
    for (Matcher part = PART.matcher(shape.group(2)); part.find(); ) {
      time = time.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
    }
    String rest = shape.group(1) == null ? "" : plain.substring(0, shape.end(1));
    return time.isPositive() && time.compareTo(MAX) <= 0
        ? Optional.of(new PauseDuration(rest, time))
        : Optional.empty();
  }

  private static Duration unit(String name) {
    return switch (name.charAt(0)) {
      case 'w', '주' -> Duration.ofDays(7);
      case 'd', '일' -> Duration.ofDays(1);
      case 'h', '시' -> Duration.ofHours(1);
      default -> Duration.ofMinutes(1);
    };
  }
}
