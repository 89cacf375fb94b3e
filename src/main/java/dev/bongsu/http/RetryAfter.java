package dev.bongsu.http;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `Retry-After` header: seconds or a date (RFC 9110, 10.2.3).
final class RetryAfter {
  private static final Duration MAX_DELAY = Duration.ofDays(7);
  private static final Pattern SECONDS = Pattern.compile("\\d+");

  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /// The time of the header; null if it is absent, invalid or past
  static @Nullable Instant parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    Instant at = read(header.strip(), now);
    if (at == null || at.isBefore(now)) {
      return null;
    }
    Instant latest = now.plus(MAX_DELAY);
    return at.isAfter(latest) ? latest : at;
  }

  private static @Nullable Instant read(String text, Instant now) {
    if (SECONDS.matcher(text).matches()) {
      return text.length() > MAX_DIGITS ? Instant.MAX : now.plusSeconds(Long.parseLong(text));
    }
    return HttpDate.parse(text);
  }
}
