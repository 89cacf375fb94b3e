package dev.bongsu.chat;

import java.util.Locale;

/// Where a chat lives.
public enum Platform {
  TELEGRAM,
  SLACK,
  CONSOLE;

  /// The name in ids, tables, logs and metrics: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The platform of a code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Platform of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
