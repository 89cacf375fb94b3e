package dev.bongsu.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a server wants the next request, by `Retry-After` (RFC 9110, 10.2.3), by the `RateLimit`
/// headers of the IETF's drafts and by their forerunners, which tell seconds or a point in time.
///
/// @param remaining the requests left until then; null if unknown
/// @param reset when there are more; null if unknown, past or unreadable
record RateHints(@Nullable Double remaining, @Nullable Instant reset) {
  private static final Duration MAX_DELAY = Duration.ofDays(7);
  private static final List<String> PREFIXES =
      List.of("ratelimit-", "x-ratelimit-", "x-rate-limit-", "x-rate-limit-requests-");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,9})?");

  /// Drafts 7 and later: `"default";r=0;t=30`; drafts before: `limit=10, remaining=0, reset=30`.
  private static final Pattern FIELD =
      Pattern.compile("(?i)(?:^|[\\s;,])(r|t|remaining|reset)\\s*=\\s*\"?([\\d.]+)");

  /// Seconds below, points in time above: since 2001 in seconds, and in milliseconds.
  private static final long MIN_EPOCH_SECONDS = 1_000_000_000L;

  private static final long MIN_EPOCH_MILLIS = 1_000_000_000_000L;

  static RateHints of(Headers headers, Instant now) {
    Double remaining = null;
    Instant reset = null;
    for (String prefix : PREFIXES) {
      remaining = remaining == null ? number(headers.first(prefix + "remaining")) : remaining;
      reset = reset == null ? instant(headers.first(prefix + "reset"), now) : reset;
    }
    String field = headers.first("ratelimit");
    Matcher values = FIELD.matcher(field == null ? "" : field);
    while (values.find()) {
      boolean left = values.group(1).toLowerCase(Locale.ROOT).matches("r|remaining");
      if (left) {
        remaining = remaining == null ? number(values.group(2)) : remaining;
      } else {
        reset = reset == null ? instant(values.group(2), now) : reset;
      }
    }
    return new RateHints(remaining, reset);
  }

  /// The time of a `Retry-After` header; null if it is absent, invalid or past.
  static @Nullable Instant retryAfter(Headers headers, Instant now) {
    return instant(headers.first("retry-after"), now);
  }

  boolean isUsedUp() {
    return remaining != null && remaining < 1;
  }

  private static @Nullable Double number(@Nullable String header) {
    return header == null || !NUMBER.matcher(header.strip()).matches()
        ? null
        : Double.valueOf(header.strip());
  }

  private static @Nullable Instant instant(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    Instant latest = now.plus(MAX_DELAY);
    Double number = number(text);
    Instant at = number == null ? date(text) : at(number, now);
    if (text.matches("\\d{16,}")) {
      return latest;
    }
    if (at == null || !at.isAfter(now)) {
      return null;
    }
    return at.isAfter(latest) ? latest : at;
  }

  private static Instant at(double value, Instant now) {
    if (value >= MIN_EPOCH_MILLIS) {
      return Instant.ofEpochMilli((long) value);
    }
    return value >= MIN_EPOCH_SECONDS
        ? Instant.ofEpochSecond((long) value)
        : now.plusMillis((long) (value * 1000));
  }

  private static @Nullable Instant date(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      return HttpDate.parse(text);
    }
  }
}
