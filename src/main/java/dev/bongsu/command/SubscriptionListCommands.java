package dev.bongsu.command;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.Platform;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandForms;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Page;
import dev.bongsu.conversation.Reply;
import dev.bongsu.delivery.SilentTopics;
import dev.bongsu.query.QueryId;
import dev.bongsu.subscription.ChatStateStore.SilentTopic;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.Subscription.Options;
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

/// `/list`: the subscriptions, page by page, and a card with the actions of each; all in one
/// message that changes.
public final class SubscriptionListCommands implements CommandGroup {
  private static final int PAGE_SIZE = 8;
  private static final int BUTTONS_PER_ROW = 4;
  private static final int MAX_TOPIC_ROWS = 5;
  private static final Duration WEEK = Duration.ofDays(7);

  private final SubscriptionStore subscriptions;
  private final AlertStore alerts;
  private final SilentTopics silentTopics;
  private final InstantSource clock;

  public SubscriptionListCommands(
      SubscriptionStore subscriptions,
      AlertStore alerts,
      SilentTopics silentTopics,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.alerts = alerts;
    this.silentTopics = silentTopics;
    this.clock = clock;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.LIST, (context, rest) -> () -> list(context, Page.parseNumber(rest)));
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "list", new ButtonHandler(false, (context, words) -> () -> turnPage(context, words)),
        "card",
            new ButtonHandler(false, (context, words) -> () -> openCard(context, words.getFirst())),
        "set", new ButtonHandler(true, (context, words) -> () -> setOption(context, words)));
  }

  private Reply turnPage(CommandContext context, List<String> words) {
    return list(context, Page.parseNumber(words.getFirst())).inPlace();
  }

  /// One page of the list; below it the topics that are closed or deleted.
  Reply list(CommandContext context, int number) {
    Reply own = ownList(context, number);
    List<String> lines = new ArrayList<>(List.of(own.text()));
    List<List<Button>> rows = new ArrayList<>();
    for (SilentTopic topic : silentTopics.of(context.chat().id())) {
      lines.add(silentTopics.describe(context.translations(), topic));
      if (rows.size() < MAX_TOPIC_ROWS) {
        rows.add(silentTopics.buttons(context.translations(), context.originChat().id(), topic));
      }
    }
    return own.withText(String.join("\n", lines)).withRows(rows);
  }

  private Reply ownList(CommandContext context, int number) {
    List<Subscription> all = subscriptions.of(context.chat().key());
    if (all.isEmpty()) {
      return Reply.of(context.text("list.empty"))
          .withRows(formButton(context, "button.new", CommandForms.NEW_SUBSCRIPTION));
    }
    Page<Subscription> page = Page.of(all, number, PAGE_SIZE);
    Map<QueryId, Integer> matches = matches(context, page.items());
    List<String> lines = new ArrayList<>(List.of(context.text("list.title", all.size())));
    List<Button> cards = new ArrayList<>();
    for (int i = 0; i < page.items().size(); i++) {
      Subscription one = page.items().get(i);
      String listNumber = page.numberOf(i);
      lines.add(context.text("list.line", listNumber, one.text(), state(context, one, matches)));
      String press = context.payload("card", one.id().value());
      cards.add(Button.ofAction(listNumber, press, "/settings " + listNumber));
    }
    lines.add(context.text("list.hint"));
    return Reply.of(String.join("\n", lines))
        .withRowsOf(BUTTONS_PER_ROW, cards)
        .withRows(List.of(page.buttons(context, "list")))
        .withRows(formButton(context, "button.new", CommandForms.NEW_SUBSCRIPTION));
  }

  private Map<QueryId, Integer> matches(CommandContext context, List<Subscription> shown) {
    Instant weekAgo = clock.instant().minus(WEEK);
    List<QueryId> queries = shown.stream().map(Subscription::query).toList();
    return alerts.matchesSince(context.chat().key(), queries, weekAgo);
  }

  private String state(CommandContext context, Subscription one, Map<QueryId, Integer> matches) {
    Options options = one.options();
    String week = context.text("list.week", matches.getOrDefault(one.query(), 0));
    return Stream.of(
            week,
            options.paused() ? context.text("list.paused") : "",
            options.silent() ? context.text("list.silent") : "",
            options.preview() ? context.text("list.preview") : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private Reply openCard(CommandContext context, String id) {
    return find(context, id)
        .map(found -> card(context, found).inPlace())
        .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  /// One subscription and its actions.
  Reply card(CommandContext context, Subscription one) {
    int number = subscriptions.of(context.chat().key()).indexOf(one) + 1;
    Options now = one.options();
    return Reply.of(
            context.text(
                "list.card",
                one.text(),
                state(context, one, matches(context, List.of(one))),
                number))
        .withRow(
            toggle(context, one, number, "paused", now.paused()),
            context.button("button.end", "/unsubscribe " + number, "end", one.id().value()))
        .withRows(
            List.of(
                Stream.of("silent", "preview")
                    .filter(option -> hasOption(context, option))
                    .map(option -> toggle(context, one, number, option, isOn(now, option)))
                    .toList()))
        .withRows(formButton(context, "button.edit", one.id().value()))
        .withRow(context.button("button.list", "/list", "list", Math.ceilDiv(number, PAGE_SIZE)));
  }

  /// Whether the chat's platform knows an option: Slack has no messages without a sound.
  static boolean hasOption(CommandContext context, String option) {
    return !option.equals("silent") || context.chat().id().platform() != Platform.SLACK;
  }

  private static boolean isOn(Options now, String option) {
    return option.equals("silent") ? now.silent() : now.preview();
  }

  /// A button to a form, where there are forms. A form is about the chat it is opened in.
  static List<List<Button>> formButton(CommandContext context, String label, Object subscription) {
    boolean has =
        context.originChat().id().platform() == Platform.SLACK && !context.isAboutOtherChat();
    return has
        ? List.of(List.of(context.button(label, "", CommandForms.VERB, subscription)))
        : List.of();
  }

  private static Button toggle(
      CommandContext context, Subscription one, int number, String option, boolean on) {
    String next = on ? "off" : "on";
    String typed =
        option.equals("paused")
            ? (on ? "/resume " : "/pause ") + number
            : "/settings %d %s %s".formatted(number, option, next);
    return context.button(
        "button." + option + "." + next, typed, "set", one.id().value(), option, next);
  }

  private Reply setOption(CommandContext context, List<String> words) {
    return find(context, words.getFirst())
        .map(found -> setOption(context, found, words.get(1), words.get(2).equals("on")).inPlace())
        .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  /// Sets an option and shows the card.
  Reply setOption(CommandContext context, Subscription one, String option, boolean on) {
    Options now = one.options();
    Options then =
        switch (option) {
          case "paused" -> now.withPaused(on);
          case "silent" -> now.withSilent(on);
          default -> now.withPreview(on);
        };
    subscriptions.setOptions(context.chat().key(), one.id(), then);
    return subscriptions
        .find(context.chat().key(), one.id().value())
        .map(found -> card(context, found))
        .orElseThrow();
  }

  /// A subscription of the chat by the id in a button.
  Optional<Subscription> find(CommandContext context, String id) {
    return subscriptions.find(context.chat().key(), Long.parseLong(id));
  }
}
