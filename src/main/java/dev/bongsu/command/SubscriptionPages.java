package dev.bongsu.command;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.Platform;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.Forms;
import dev.bongsu.conversation.ListNumber;
import dev.bongsu.conversation.Reply;
import dev.bongsu.query.QueryId;
import dev.bongsu.subscription.Subscription.Options;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `/list`: the subscriptions, page by page, and a card for each with what can be done with it; all
/// in one message that changes.
public final class SubscriptionPages implements Commands {
  private static final int PAGE = 8;
  private static final int BUTTONS_A_ROW = 4;
  private static final Duration WEEK = Duration.ofDays(7);

  private final SubscriptionStore subscriptions;
  private final AlertStore alerts;
  private final InstantSource clock;

  public SubscriptionPages(
      SubscriptionStore subscriptions, AlertStore alerts, InstantSource clock) {
    this.subscriptions = subscriptions;
    this.alerts = alerts;
    this.clock = clock;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(CommandName.LIST, (asked, rest) -> () -> list(asked, page(rest)));
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(
        "list", new PressHandler(false, (asked, words) -> () -> turn(asked, words)),
        "card", new PressHandler(false, (asked, words) -> () -> open(asked, words.getFirst())),
        "set", new PressHandler(true, (asked, words) -> () -> set(asked, words)));
  }

  private static int page(String typed) {
    return ListNumber.of(typed, 1000).map(index -> index + 1).orElse(1);
  }

  private Reply turn(Asked asked, List<String> words) {
    return list(asked, page(words.getFirst())).inPlace();
  }

  /// One page of the list.
  Reply list(Asked asked, int page) {
    List<Subscription> all = subscriptions.of(asked.chat().key());
    if (all.isEmpty()) {
      return Reply.of(asked.say("list.empty")).rows(forms(asked, "button.new", Forms.NEW));
    }
    int pages = Math.ceilDiv(all.size(), PAGE);
    int from = (Math.min(page, pages) - 1) * PAGE;
    List<Subscription> shown = all.subList(from, Math.min(from + PAGE, all.size()));
    Map<QueryId, Integer> matches = matches(shown);
    List<String> lines = new ArrayList<>(List.of(asked.say("list.title", all.size())));
    List<Button> cards = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Subscription one = shown.get(i);
      String number = String.valueOf(from + i + 1);
      lines.add(asked.say("list.line", number, one.text(), state(asked, one, matches)));
      String press = asked.press("card", one.id().value());
      cards.add(Button.saying(number, press, "/settings " + number));
    }
    lines.add(asked.say("list.hint"));
    return Reply.of(String.join("\n", lines))
        .rows(rowsOf(cards))
        .rows(List.of(turns(asked, "list", Math.min(page, pages), pages)))
        .rows(forms(asked, "button.new", Forms.NEW));
  }

  private static List<List<Button>> rowsOf(List<Button> buttons) {
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < buttons.size(); i += BUTTONS_A_ROW) {
      rows.add(buttons.subList(i, Math.min(i + BUTTONS_A_ROW, buttons.size())));
    }
    return rows;
  }

  /// Buttons to the pages before and after.
  static List<Button> turns(Asked asked, String name, int page, int pages) {
    Stream<Integer> neighbours = Stream.of(page - 1, page + 1).filter(n -> n >= 1 && n <= pages);
    return neighbours
        .map(
            n ->
                asked.button(
                    n < page ? "button.before" : "button.after", "/" + name + " " + n, name, n))
        .toList();
  }

  private Map<QueryId, Integer> matches(List<Subscription> shown) {
    Instant weekAgo = clock.instant().minus(WEEK);
    List<QueryId> queries = shown.stream().map(Subscription::query).toList();
    return alerts.matchesSince(queries, weekAgo);
  }

  private String state(Asked asked, Subscription one, Map<QueryId, Integer> matches) {
    Options options = one.options();
    String week = asked.say("list.week", matches.getOrDefault(one.query(), 0));
    return Stream.of(
            week,
            options.paused() ? asked.say("list.paused") : "",
            options.silent() ? asked.say("list.silent") : "",
            options.preview() ? asked.say("list.preview") : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private Reply open(Asked asked, String id) {
    return find(asked, id)
        .map(found -> card(asked, found).inPlace())
        .orElseGet(() -> Reply.note(asked.say("press.gone")));
  }

  /// One subscription, and what can be done with it.
  Reply card(Asked asked, Subscription one) {
    int number = subscriptions.of(asked.chat().key()).indexOf(one) + 1;
    Options now = one.options();
    return Reply.of(
            asked.say("list.card", one.text(), state(asked, one, matches(List.of(one))), number))
        .row(
            toggle(asked, one, number, "paused", now.paused()),
            asked.button("button.end", "/unsubscribe " + number, "end", one.id().value()))
        .row(
            toggle(asked, one, number, "silent", now.silent()),
            toggle(asked, one, number, "preview", now.preview()))
        .rows(forms(asked, "button.edit", one.id().value()))
        .row(asked.button("button.list", "/list", "list", Math.ceilDiv(number, PAGE)));
  }

  /// A button to a form, where there are forms. A form is about the chat it is opened in.
  static List<List<Button>> forms(Asked asked, String label, Object subscription) {
    boolean has = asked.here().id().platform() == Platform.SLACK && !asked.isElsewhere();
    return has ? List.of(List.of(asked.button(label, "", Forms.VERB, subscription))) : List.of();
  }

  private static Button toggle(
      Asked asked, Subscription one, int number, String option, boolean on) {
    String next = on ? "off" : "on";
    String typed =
        option.equals("paused")
            ? (on ? "/resume " : "/pause ") + number
            : "/settings %d %s %s".formatted(number, option, next);
    return asked.button(
        "button." + option + "." + next, typed, "set", one.id().value(), option, next);
  }

  private Reply set(Asked asked, List<String> words) {
    return find(asked, words.getFirst())
        .map(found -> set(asked, found, words.get(1), words.get(2).equals("on")).inPlace())
        .orElseGet(() -> Reply.note(asked.say("press.gone")));
  }

  /// Sets an option and shows the card.
  Reply set(Asked asked, Subscription one, String option, boolean on) {
    Options now = one.options();
    Options then =
        switch (option) {
          case "paused" -> new Options(on, now.silent(), now.preview());
          case "silent" -> new Options(now.paused(), on, now.preview());
          default -> new Options(now.paused(), now.silent(), on);
        };
    subscriptions.set(asked.chat().key(), one.id(), then);
    return find(asked, String.valueOf(one.id().value()))
        .map(found -> card(asked, found))
        .orElseThrow();
  }

  /// A subscription of the chat by the number of its row, as a button brings it.
  Optional<Subscription> find(Asked asked, String id) {
    return subscriptions.of(asked.chat().key()).stream()
        .filter(one -> String.valueOf(one.id().value()).equals(id))
        .findFirst();
  }

  /// By the number of the list, or by the words.
  Optional<Subscription> find(List<Subscription> all, String which) {
    String words = BlankText.oneLine(which);
    return ListNumber.of(which, all.size())
        .map(all::get)
        .or(() -> all.stream().filter(s -> (Forms.BY_ID + s.id().value()).equals(words)).findFirst())
        .or(() -> all.stream().filter(s -> s.text().equalsIgnoreCase(words)).findFirst());
  }
}
