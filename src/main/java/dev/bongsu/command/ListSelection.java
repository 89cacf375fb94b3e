package dev.bongsu.command;

import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.ListNumber;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The rows of a list that a person names: `2`, `1 2`, `1, 3-5`, `all`, or one by its name.
///
/// @param chosen in the order they are named
/// @param all whether every row is meant by one word
/// @param unknown the first name that is none; blank if there is none, and then some are chosen
record ListSelection<T>(List<T> chosen, boolean all, String unknown) {
  private static final Set<String> ALL = Set.of("all", "모두", "전부", "전체", "*");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;、，]+");
  private static final Pattern RANGE = Pattern.compile("([^-~–—]+)[-~–—]([^-~–—]+)");
  private static final Pattern SPACED_RANGE = Pattern.compile("(?<=\\d)\\s*([-~–—])\\s*(?=#?\\d)");

  ListSelection {
    chosen = List.copyOf(chosen);
  }

  /// @param one finds a row by its number or name
  static <T> ListSelection<T> parse(List<T> list, String typed, Function<String, Optional<T>> one) {
    String words = InputText.oneLine(typed);
    return one.apply(words)
        .map(row -> new ListSelection<>(List.of(row), false, ""))
        .orElseGet(
            () ->
                ALL.contains(words.toLowerCase(Locale.ROOT)) && !list.isEmpty()
                    ? new ListSelection<>(list, true, "")
                    : several(list, words));
  }

  private static <T> ListSelection<T> several(List<T> list, String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC);
    String[] names = SEPARATOR.split(SPACED_RANGE.matcher(plain).replaceAll("$1"));
    Set<T> chosen = new LinkedHashSet<>();
    for (String name : names) {
      List<T> named = numbered(list, name);
      if (named.isEmpty()) {
        boolean number = chosen.size() > 0 || numbered(list, names[0]).size() > 0;
        return new ListSelection<>(List.of(), false, number ? name : words);
      }
      chosen.addAll(named);
    }
    return new ListSelection<>(List.copyOf(chosen), false, "");
  }

  /// One by its number, or a range of them in either direction.
  private static <T> List<T> numbered(List<T> list, String name) {
    Matcher range = RANGE.matcher(name);
    String from = range.matches() ? range.group(1) : name;
    String to = range.matches() ? range.group(2) : name;
    Optional<Integer> first = ListNumber.parseIndex(from, list.size());
    Optional<Integer> last = ListNumber.parseIndex(to, list.size());
    if (first.isEmpty() || last.isEmpty()) {
      return List.of();
    }
    int low = Math.min(first.get(), last.get());
    return IntStream.rangeClosed(low, Math.max(first.get(), last.get()))
        .mapToObj(list::get)
        .toList();
  }
}
