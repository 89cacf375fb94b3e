package dev.bongsu.command;

import dev.bongsu.conversation.CommandForms;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.ListNumber;
import dev.bongsu.subscription.Subscription;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The subscriptions that a person names: `2`, `1 2`, `1, 3-5`, `all`, or one by its text.
///
/// @param chosen in the order they are named
/// @param all whether every subscription is meant by one word
/// @param unknown the first name that is none; blank if there is none, and then some are chosen
record SubscriptionSelection(List<Subscription> chosen, boolean all, String unknown) {
  private static final Set<String> ALL = Set.of("all", "모두", "전부", "전체", "*");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,;、，]+");
  private static final Pattern RANGE = Pattern.compile("([^-~–—]+)[-~–—]([^-~–—]+)");
  private static final Pattern SPACED_RANGE = Pattern.compile("(?<=\\d)\\s*([-~–—])\\s*(?=#?\\d)");

  SubscriptionSelection {
    chosen = List.copyOf(chosen);
  }

  static SubscriptionSelection parse(List<Subscription> list, String typed) {
    String words = InputText.oneLine(typed);
    return find(list, words)
        .map(one -> new SubscriptionSelection(List.of(one), false, ""))
        .orElseGet(
            () ->
                ALL.contains(words.toLowerCase(Locale.ROOT)) && !list.isEmpty()
                    ? new SubscriptionSelection(list, true, "")
                    : several(list, words));
  }

  private static SubscriptionSelection several(List<Subscription> list, String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC);
    String[] names = SEPARATOR.split(SPACED_RANGE.matcher(plain).replaceAll("$1"));
    Set<Subscription> chosen = new LinkedHashSet<>();
    for (String name : names) {
      List<Subscription> named = numbered(list, name);
      if (named.isEmpty()) {
        boolean number = chosen.size() > 0 || numbered(list, names[0]).size() > 0;
        return new SubscriptionSelection(List.of(), false, number ? name : words);
      }
      chosen.addAll(named);
    }
    return new SubscriptionSelection(List.copyOf(chosen), false, "");
  }

  /// One by its number, or a range of them in either direction.
  private static List<Subscription> numbered(List<Subscription> list, String name) {
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

  /// One by its number in the list, by its id in a form, or by its text.
  static Optional<Subscription> find(List<Subscription> list, String which) {
    String words = InputText.oneLine(which);
    return ListNumber.parseIndex(which, list.size())
        .map(list::get)
        .or(() -> list.stream().filter(s -> formId(s).equals(words)).findFirst())
        .or(() -> list.stream().filter(s -> s.text().equalsIgnoreCase(words)).findFirst());
  }

  private static String formId(Subscription one) {
    return CommandForms.ID_PREFIX + one.id().value();
  }
}
