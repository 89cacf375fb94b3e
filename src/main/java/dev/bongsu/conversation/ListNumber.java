package dev.bongsu.conversation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of a list, as people type it.
public final class ListNumber {
  private static final Pattern SHAPE = Pattern.compile("#?([0-9]{1,6})(?:[.)]|번)?");
  private static final int MAX_LENGTH = 10;

  private ListNumber() {}

  /// The index of a row; empty if the text is not a number of a list of this size.
  ///
  /// @param text a number from 1, as in `2`, `#2`, `2.`, `2)`, `2번` or with a full-width digit
  public static Optional<Integer> parseIndex(String text, int size) {
    String bare = InputText.strip(text);
    Matcher number = SHAPE.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKC));
    if (bare.length() > MAX_LENGTH || !number.matches()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(number.group(1)) - 1;
    return index >= 0 && index < size ? Optional.of(index) : Optional.empty();
  }
}
