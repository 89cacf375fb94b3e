package dev.bongsu.feed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The headers that the operator set for one feed, such as a User-Agent or a token. It prints
/// without their values.
///
/// @param values by name
public record FeedHeaders(Map<String, String> values) {
  public static final FeedHeaders NONE = new FeedHeaders(Map.of());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\x80-\\xff]{1,4000}");

  /// Those of the connection itself, and those that the bot has to choose.
  private static final List<String> RESERVED =
      List.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "accept-encoding",
          "if-none-match",
          "if-modified-since",
          "te",
          "upgrade",
          "expect",
          "proxy-authorization");

  public FeedHeaders {
    values = Map.copyOf(values);
    values.forEach(FeedHeaders::check);
  }

  /// @throws IllegalArgumentException without the value, which may be secret
  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches()
        || !VALUE.matcher(value).matches()
        || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("header '%s' cannot be sent".formatted(name));
    }
  }

  /// For the table: a line each.
  String encode() {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(header -> header.getKey() + ": " + header.getValue())
        .collect(Collectors.joining("\n"));
  }

  static FeedHeaders decode(String stored) {
    Map<String, String> values = new LinkedHashMap<>();
    Arrays.stream(stored.split("\n"))
        .map(line -> line.split(": ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> values.put(parts[0], parts[1]));
    return new FeedHeaders(values);
  }

  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
