package dev.bongsu.command;

import dev.bongsu.conversation.CommandForms;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.ListNumber;
import dev.bongsu.subscription.Subscription;
import java.util.List;
import java.util.Optional;

/// Finds the subscriptions that a person means.
final class SubscriptionLookup {
  private SubscriptionLookup() {}

  static ListSelection<Subscription> parse(List<Subscription> list, String typed) {
    return ListSelection.parse(list, typed, which -> find(list, which));
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
