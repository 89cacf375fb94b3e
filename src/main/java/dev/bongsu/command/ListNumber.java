package dev.bongsu.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number that a person read off a list.
final class ListNumber {
  private static final Pattern SHAPE = Pattern.compile("\\s*#?([0-9]{1,6})\\.?\\s*");

  private ListNumber() {}

  /// The index of a row; empty if the text is no number of a list of this size.
  ///
  /// @param text a number from 1, as in `2`, `#2` or `2.`
  static Optional<Integer> of(String text, int size) {
    Matcher number = SHAPE.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(number.group(1)) - 1;
    return index >= 0 && index < size ? Optional.of(index) : Optional.empty();
  }
}
