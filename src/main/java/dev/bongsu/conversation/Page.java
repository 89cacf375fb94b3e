package dev.bongsu.conversation;

import dev.bongsu.chat.Button;
import java.util.List;
import java.util.stream.Stream;

/// One page of a list.
///
/// @param number from 1
/// @param count of all pages, at least 1
/// @param offset of the first item in the list
public record Page<T>(List<T> items, int number, int count, int offset) {
  private static final int MAX_NUMBER = 1000;

  public Page {
    items = List.copyOf(items);
  }

  /// A page of a list; the last one if there are fewer.
  public static <T> Page<T> of(List<T> all, int number, int size) {
    int count = Math.max(1, Math.ceilDiv(all.size(), size));
    int shown = Math.min(number, count);
    int offset = (shown - 1) * size;
    return new Page<>(
        all.subList(offset, Math.min(offset + size, all.size())), shown, count, offset);
  }

  /// A page number as people type it; 1 if it is none.
  public static int parseNumber(String typed) {
    return ListNumber.parseIndex(typed, MAX_NUMBER).map(index -> index + 1).orElse(1);
  }

  /// The number in the list of an item of this page.
  public String numberOf(int index) {
    return String.valueOf(offset + index + 1);
  }

  /// Buttons to the pages before and after.
  ///
  /// @param command English name of the command and verb of the button
  public List<Button> buttons(CommandContext context, String command) {
    return Stream.of(number - 1, number + 1)
        .filter(n -> n >= 1 && n <= count)
        .map(
            n ->
                context.button(
                    n < number ? "button.before" : "button.after",
                    "/" + command + " " + n,
                    command,
                    n))
        .toList();
  }
}
