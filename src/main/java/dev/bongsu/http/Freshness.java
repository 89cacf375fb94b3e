package dev.bongsu.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long a response stays fresh by its headers: `Cache-Control` before `Expires` (RFC 9111,
/// 4.2).
final class Freshness {
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])(?:s-maxage|max-age)\\s*=\\s*\"?(\\d{1,9})");

  private Freshness() {}

  /// The remaining freshness; zero if it must be revalidated; null if the headers do not say.
  static @Nullable Duration of(Headers headers, Instant now) {
    String control = headers.first("cache-control");
    if (control != null) {
      String lower = control.toLowerCase(Locale.ROOT);
      if (lower.contains("no-cache") || lower.contains("no-store")) {
        return Duration.ZERO;
      }
      Duration most = longestMaxAge(lower);
      if (most != null) {
        return nonNegative(most.minus(age(headers)));
      }
    }
    String expires = headers.first("expires");
    return expires == null ? null : untilExpiry(expires, headers, now);
  }

  /// The longer of the ages for browsers and for shared caches.
  private static @Nullable Duration longestMaxAge(String control) {
    Matcher ages = MAX_AGE.matcher(control);
    Duration most = null;
    while (ages.find()) {
      Duration age = Duration.ofSeconds(Long.parseLong(ages.group(1)));
      most = most == null || age.compareTo(most) > 0 ? age : most;
    }
    return most;
  }

  private static Duration age(Headers headers) {
    String age = headers.first("age");
    return age == null || !age.strip().matches("\\d{1,9}")
        ? Duration.ZERO
        : Duration.ofSeconds(Long.parseLong(age.strip()));
  }

  /// Measured by the server's own clock (`Date`), which may be wrong. An invalid date means
  /// expired.
  private static Duration untilExpiry(String expires, Headers headers, Instant now) {
    Instant end = HttpDate.parse(expires);
    String date = headers.first("date");
    Instant start = date == null ? null : HttpDate.parse(date);
    return end == null
        ? Duration.ZERO
        : nonNegative(Duration.between(start == null ? now : start, end));
  }

  private static Duration nonNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
