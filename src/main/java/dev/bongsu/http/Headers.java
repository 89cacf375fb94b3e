package dev.bongsu.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headers of a response. Of a repeated header only the first is kept.
///
/// @param values by lower-case name; a character stands for the byte it came from (ISO 8859-1)
public record Headers(Map<String, String> values) {
  public Headers {
    values = Map.copyOf(values);
  }

  /// The value of a header, its name in any case; null if absent.
  public @Nullable String first(String name) {
    return values.get(name.toLowerCase(Locale.ROOT));
  }
}
