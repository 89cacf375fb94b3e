package dev.bongsu.command;

import dev.bongsu.access.AccessSettings;
import dev.bongsu.archive.Lookback;
import dev.bongsu.archive.LookbackSearch;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandForms;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.QueryWording;
import dev.bongsu.subscription.Subscription.Options;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/subscribe`, `/edit`, `/pause`, `/resume`, `/unsubscribe`.
public final class SubscriptionCommands implements CommandGroup {
  private final SubscriptionStore subscriptions;
  private final SubscriptionListCommands pages;
  private final AccessSettings settings;
  private final QueryParser parser;
  private final LookbackSearch lookbackSearch;
  private final ButtonQueryStore queries;
  private final SubscriptionRefinement refinement;

  public SubscriptionCommands(
      SubscriptionStore subscriptions,
      SubscriptionListCommands pages,
      AccessSettings settings,
      QueryParser parser,
      LookbackSearch lookbackSearch,
      ButtonQueryStore queries,
      SubscriptionRefinement fitting) {
    this.subscriptions = subscriptions;
    this.pages = pages;
    this.settings = settings;
    this.parser = parser;
    this.lookbackSearch = lookbackSearch;
    this.queries = queries;
    this.refinement = fitting;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.SUBSCRIBE, this::subscribe,
        CommandName.EDIT, this::edit,
        CommandName.PAUSE, (asked, rest) -> setPaused(asked, rest, true),
        CommandName.RESUME, (asked, rest) -> setPaused(asked, rest, false),
        CommandName.UNSUBSCRIBE, this::unsubscribe);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "undo",
        new ButtonHandler(true, this::undo),
        "end",
        new ButtonHandler(true, this::remove),
        "again",
        new ButtonHandler(true, this::resubscribe),
        "take",
        new ButtonHandler(true, this::subscribeToSaved),
        CommandForms.VERB,
        new ButtonHandler(false, (asked, _) -> PendingReply.ofText(asked.text("subscribe.usage"))));
  }

  private PendingReply subscribe(CommandContext asked, String text) {
    if (text.isBlank()) {
      return () ->
          Reply.of(asked.text("subscribe.usage"))
              .withRows(
                  SubscriptionListCommands.formButton(
                      asked, "button.new", CommandForms.NEW_SUBSCRIPTION));
    }
    String oneLine = InputText.oneLine(text);
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> PendingReply.ofText(problem(asked, invalid));
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = lookbackSearch.lookback(asked.chat().key(), query);
        yield () -> add(asked, oneLine, query, Optional.of(lookback));
      }
    };
  }

  /// From a search or a trial.
  private PendingReply subscribeToSaved(CommandContext asked, List<String> arguments) {
    return queries
        .find(Long.parseLong(arguments.getFirst()))
        .map(text -> subscribe(asked, text))
        .orElseGet(() -> () -> Reply.note(asked.text("press.gone")));
  }

  /// @param lookback what it would have brought; nothing if that is not to be said
  private Reply add(CommandContext asked, String text, Query query, Optional<Lookback> lookback) {
    List<Subscription> before = subscriptions.of(asked.chat().key());
    if (before.size() >= settings.subscriptions()) {
      return Reply.of(asked.text("quota.subscriptions", settings.subscriptions()));
    }
    if (!subscriptions.add(asked.chat().key(), text, query.print())) {
      return Reply.of(asked.text("subscribe.already", text));
    }
    Subscription made = subscriptions.of(asked.chat().key()).getLast();
    return refinement.created(asked, made, query, lookback);
  }

  private PendingReply edit(CommandContext asked, String rest) {
    String[] parts = rest.split(InputText.WHITESPACE + "+", 2);
    if (parts.length < 2) {
      return PendingReply.ofText(asked.text("edit.usage"));
    }
    String oneLine = InputText.oneLine(parts[1]);
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> PendingReply.ofText(problem(asked, invalid));
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = lookbackSearch.lookback(asked.chat().key(), query);
        yield () ->
            find(asked, parts[0])
                .map(found -> refinement.edit(asked, found, oneLine, query, lookback))
                .orElseGet(() -> notFound(asked, parts[0]));
      }
    };
  }

  /// One of the list, or all if none is said.
  private PendingReply setPaused(CommandContext asked, String which, boolean paused) {
    if (which.isBlank()) {
      return () -> {
        int changed = subscriptions.setPaused(asked.chat().key(), paused);
        String key = paused ? "pause.all" : "resume.all";
        return Reply.of(asked.text(key, changed)).toChat();
      };
    }
    return () ->
        find(asked, which)
            .map(found -> setPaused(asked, found, paused))
            .orElseGet(() -> notFound(asked, which));
  }

  private Reply setPaused(CommandContext asked, Subscription found, boolean paused) {
    Options now = found.options();
    subscriptions.setOptions(
        asked.chat().key(), found.id(), new Options(paused, now.silent(), now.preview()));
    return Reply.of(asked.text(paused ? "pause.done" : "resume.done", found.text())).toChat();
  }

  private PendingReply unsubscribe(CommandContext asked, String which) {
    if (which.isBlank()) {
      return PendingReply.ofText(asked.text("unsubscribe.usage"));
    }
    return () ->
        find(asked, which)
            .map(found -> remove(asked, found))
            .orElseGet(() -> notFound(asked, which));
  }

  private Reply remove(CommandContext asked, Subscription ended) {
    subscriptions.remove(asked.chat().key(), ended.id());
    return Reply.of(asked.text("unsubscribe.done", ended.text()))
        .toChat()
        .withRow(
            asked.button(
                "button.again", "/subscribe " + ended.text(), "again", ended.query().value()));
  }

  private PendingReply undo(CommandContext asked, List<String> arguments) {
    return () ->
        pages
            .find(asked, arguments.getFirst())
            .map(found -> remove(asked, found).inPlace())
            .orElseGet(() -> Reply.note(asked.text("press.gone")));
  }

  /// From a card of the list: the list takes its place.
  private PendingReply remove(CommandContext asked, List<String> arguments) {
    return () ->
        pages
            .find(asked, arguments.getFirst())
            .map(
                found -> {
                  subscriptions.remove(asked.chat().key(), found.id());
                  return pages.list(asked, 1).inPlace();
                })
            .orElseGet(() -> Reply.note(asked.text("press.gone")));
  }

  private PendingReply resubscribe(CommandContext asked, List<String> arguments) {
    return () ->
        subscriptions
            .queryText(Long.parseLong(arguments.getFirst()))
            .map(text -> resubscribeTo(asked, text).inPlace())
            .orElseGet(() -> Reply.note(asked.text("press.gone")));
  }

  private Reply resubscribeTo(CommandContext asked, String text) {
    return switch (parser.parse(text)) {
      case ParsedQuery.Invalid invalid -> Reply.note(problem(asked, invalid));
      case ParsedQuery.Valid(var query) -> add(asked, text, query, Optional.empty());
    };
  }

  private Optional<Subscription> find(CommandContext asked, String which) {
    return pages.find(subscriptions.of(asked.chat().key()), which);
  }

  private static Reply notFound(CommandContext asked, String which) {
    return Reply.of(asked.text("unsubscribe.none", InputText.excerpt(which)));
  }

  private static String problem(CommandContext asked, ParsedQuery.Invalid invalid) {
    return QueryWording.problem(asked.translations(), invalid);
  }
}
