package dev.bongsu.command;

import dev.bongsu.chat.Wording;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/subscribe`, `/unsubscribe`, `/list`.
public final class SubscriptionCommands {
  private final SubscriptionStore subscriptions;
  private final PastArticles past;

  public SubscriptionCommands(SubscriptionStore subscriptions, PastArticles past) {
    this.subscriptions = subscriptions;
    this.past = past;
  }

  Answer subscribe(Chat chat, Wording wording, String text) {
    if (text.isBlank()) {
      return () -> wording.say("subscribe.usage");
    }
    String oneLine = BlankText.oneLine(text);
    return switch (QueryParser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> () -> problem(wording, invalid);
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = past.lookback(chat.key(), query);
        String shown = new FoundWording(wording, chat.reader()).lookback(lookback);
        yield () ->
            subscriptions.add(chat.key(), oneLine, query.print())
                ? wording.say("subscribe.done", oneLine) + "\n" + shown
                : wording.say("subscribe.already", oneLine);
      }
    };
  }

  Answer unsubscribe(Chat chat, Wording wording, String which) {
    if (which.isBlank()) {
      return () -> wording.say("unsubscribe.usage");
    }
    return () ->
        find(subscriptions.of(chat.key()), which)
            .map(found -> end(chat, wording, found))
            .orElseGet(() -> wording.say("unsubscribe.none", BlankText.excerpt(which)));
  }

  Answer list(Chat chat, Wording wording) {
    return () -> {
      List<Subscription> all = subscriptions.of(chat.key());
      if (all.isEmpty()) {
        return wording.say("list.empty");
      }
      List<String> lines = new ArrayList<>(List.of(wording.say("list.title", all.size())));
      for (int i = 0; i < all.size(); i++) {
        lines.add("%d. %s".formatted(i + 1, all.get(i).text()));
      }
      lines.add(wording.say("list.hint"));
      return String.join("\n", lines);
    };
  }

  private String end(Chat chat, Wording wording, Subscription subscription) {
    subscriptions.remove(chat.key(), subscription.id());
    return wording.say("unsubscribe.done", subscription.text());
  }

  /// By the number of the list, or by the words.
  private static Optional<Subscription> find(List<Subscription> all, String which) {
    String words = BlankText.oneLine(which);
    return ListNumber.of(which, all.size())
        .map(all::get)
        .or(() -> all.stream().filter(s -> s.text().equalsIgnoreCase(words)).findFirst());
  }

  static String problem(Wording wording, ParsedQuery.Invalid invalid) {
    String key = "query." + invalid.problem().name().toLowerCase(Locale.ROOT);
    return wording.say(key, invalid.arguments().toArray());
  }
}
