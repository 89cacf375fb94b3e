package dev.bongsu.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A date in a header, in any of the three forms of RFC 9110, 5.6.7. `DateUtils` of httpclient5 5.6
/// does not read the asctime form.
final class HttpDate {
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          format("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
          format("EEE MMM ppd HH:mm:ss yyyy"));

  private HttpDate() {}

  /// Null if the text is not a date.
  static @Nullable Instant parse(String text) {
    for (DateTimeFormatter form : FORMATS) {
      try {
        return Instant.from(form.parse(text.strip()));
      } catch (DateTimeException _) {
        // the next form
      }
    }
    return null;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
