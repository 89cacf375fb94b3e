package dev.bongsu.command;

import java.util.Locale;
import java.util.Set;

/// A command's text with or without a word of confirmation at its end.
///
/// @param text without the word
record Confirmable(String text, boolean confirmed) {
  private static final Set<String> CONFIRMATIONS = Set.of("yes", "예", "네");

  static Confirmable parse(String typed) {
    int last = typed.lastIndexOf(' ') + 1;
    return CONFIRMATIONS.contains(typed.substring(last).toLowerCase(Locale.ROOT))
        ? new Confirmable(typed.substring(0, last).strip(), true)
        : new Confirmable(typed, false);
  }
}
