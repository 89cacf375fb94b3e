package dev.bongsu.language;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Style;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Times as seen from now: `2 min ago`, `in 3 hr`, `5일 전` (Unicode CLDR).
public final class RelativeTime {
  private RelativeTime() {}

  /// In whole units, rounded down; less than a minute is now.
  public static String format(Instant time, Instant now, Locale language) {
    RelativeDateTimeFormatter formatter =
        RelativeDateTimeFormatter.getInstance(
            ULocale.forLocale(language), null, Style.SHORT, DisplayContext.CAPITALIZATION_NONE);
    Duration distance = Duration.between(now, time).abs();
    if (distance.toMinutes() == 0) {
      return formatter.format(Direction.PLAIN, AbsoluteUnit.NOW);
    }
    Direction direction = time.isBefore(now) ? Direction.LAST : Direction.NEXT;
    return units(formatter, direction, distance).replace(".", "");
  }

  private static String units(
      RelativeDateTimeFormatter formatter, Direction direction, Duration distance) {
    if (distance.toHours() == 0) {
      return formatter.format((double) distance.toMinutes(), direction, RelativeUnit.MINUTES);
    }
    return distance.toDays() == 0
        ? formatter.format((double) distance.toHours(), direction, RelativeUnit.HOURS)
        : formatter.format((double) distance.toDays(), direction, RelativeUnit.DAYS);
  }
}
