package dev.bongsu.command;

import dev.bongsu.chat.Wording;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.QueryWording;
import dev.bongsu.query.Topic;
import dev.bongsu.query.Topics;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `/subscribe`, `/unsubscribe`, `/list`, `/topics`.
public final class SubscriptionCommands {
  private final SubscriptionStore subscriptions;
  private final QueryParser parser;
  private final Topics topics;

  public SubscriptionCommands(SubscriptionStore subscriptions, QueryParser parser, Topics topics) {
    this.subscriptions = subscriptions;
    this.parser = parser;
    this.topics = topics;
  }

  Answer subscribe(Chat chat, Wording wording, String text) {
    if (text.isBlank()) {
      return () -> wording.say("subscribe.usage");
    }
    String oneLine = BlankText.oneLine(text);
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> () -> QueryWording.problem(wording, invalid);
      case ParsedQuery.Valid(var query) ->
          () ->
              subscriptions.add(chat.key(), oneLine, query.print())
                  ? wording.say("subscribe.done", oneLine, explained(wording, query))
                  : wording.say("subscribe.already", oneLine);
    };
  }

  private String explained(Wording wording, Query query) {
    return new QueryWording(wording, topics).explain(query);
  }

  Answer topics(Wording wording) {
    return () -> {
      List<String> lines = new ArrayList<>(List.of(wording.say("topics.title")));
      for (Topic topic : topics.all()) {
        String title = topic.title().in(wording.language());
        String covers = topic.covers().in(wording.language());
        lines.add(wording.say("topics.line", topic.name(), title, covers));
      }
      lines.add(wording.say("topics.hint"));
      return topics.all().isEmpty() ? wording.say("topics.empty") : String.join("\n", lines);
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
}
