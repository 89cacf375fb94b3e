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
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
      SubscriptionRefinement refinement) {
    this.subscriptions = subscriptions;
    this.pages = pages;
    this.settings = settings;
    this.parser = parser;
    this.lookbackSearch = lookbackSearch;
    this.queries = queries;
    this.refinement = refinement;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.SUBSCRIBE, this::subscribe,
        CommandName.EDIT, this::edit,
        CommandName.PAUSE, (context, rest) -> setPaused(context, rest, true),
        CommandName.RESUME, (context, rest) -> setPaused(context, rest, false),
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
        new ButtonHandler(
            false, (context, _) -> PendingReply.ofText(context.text("subscribe.usage"))));
  }

  private PendingReply subscribe(CommandContext context, String text) {
    if (text.isBlank()) {
      return () ->
          Reply.of(context.text("subscribe.usage"))
              .withRows(
                  SubscriptionListCommands.formButton(
                      context, "button.new", CommandForms.NEW_SUBSCRIPTION));
    }
    String oneLine = InputText.oneLine(text);
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> PendingReply.ofText(problem(context, invalid));
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = lookbackSearch.lookback(context.chat().key(), query);
        yield () -> add(context, oneLine, query, lookback);
      }
    };
  }

  /// From the results of `/search` or `/try`.
  private PendingReply subscribeToSaved(CommandContext context, List<String> arguments) {
    return queries
        .find(Long.parseLong(arguments.getFirst()))
        .map(text -> subscribe(context, text))
        .orElseGet(() -> () -> Reply.note(context.text("press.gone")));
  }

  /// @param lookback what it would have matched; null to leave that out of the reply
  private Reply add(CommandContext context, String text, Query query, @Nullable Lookback lookback) {
    List<Subscription> before = subscriptions.of(context.chat().key());
    if (before.size() >= settings.subscriptions()) {
      return Reply.of(context.text("quota.subscriptions", settings.subscriptions()));
    }
    if (!subscriptions.add(context.chat().key(), text, query.print())) {
      return Reply.of(context.text("subscribe.already", text));
    }
    Subscription made = subscriptions.of(context.chat().key()).getLast();
    return refinement.created(context, made, query, lookback);
  }

  private PendingReply edit(CommandContext context, String rest) {
    String[] parts = rest.split(InputText.WHITESPACE + "+", 2);
    if (parts.length < 2) {
      return PendingReply.ofText(context.text("edit.usage"));
    }
    String oneLine = InputText.oneLine(parts[1]);
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> PendingReply.ofText(problem(context, invalid));
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = lookbackSearch.lookback(context.chat().key(), query);
        yield () ->
            find(context, parts[0])
                .map(found -> refinement.edit(context, found, oneLine, query, lookback))
                .orElseGet(() -> notFound(context, parts[0]));
      }
    };
  }

  /// Pauses or resumes one subscription, or all if none is given.
  private PendingReply setPaused(CommandContext context, String which, boolean paused) {
    if (which.isBlank()) {
      return () -> {
        int changed = subscriptions.setPaused(context.chat().key(), paused);
        String key = paused ? "pause.all" : "resume.all";
        return Reply.of(context.text(key, changed)).toChat();
      };
    }
    return () ->
        find(context, which)
            .map(found -> setPaused(context, found, paused))
            .orElseGet(() -> notFound(context, which));
  }

  private Reply setPaused(CommandContext context, Subscription found, boolean paused) {
    subscriptions.setOptions(context.chat().key(), found.id(), found.options().withPaused(paused));
    return Reply.of(context.text(paused ? "pause.done" : "resume.done", found.text())).toChat();
  }

  private PendingReply unsubscribe(CommandContext context, String which) {
    if (which.isBlank()) {
      return PendingReply.ofText(context.text("unsubscribe.usage"));
    }
    return () ->
        find(context, which)
            .map(found -> remove(context, found))
            .orElseGet(() -> notFound(context, which));
  }

  private Reply remove(CommandContext context, Subscription ended) {
    subscriptions.remove(context.chat().key(), ended.id());
    return Reply.of(context.text("unsubscribe.done", ended.text()))
        .toChat()
        .withRow(
            context.button(
                "button.again", "/subscribe " + ended.text(), "again", ended.query().value()));
  }

  private PendingReply undo(CommandContext context, List<String> arguments) {
    return () ->
        pages
            .find(context, arguments.getFirst())
            .map(found -> remove(context, found).inPlace())
            .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  /// From a card of the list; the list replaces the card.
  private PendingReply remove(CommandContext context, List<String> arguments) {
    return () ->
        pages
            .find(context, arguments.getFirst())
            .map(
                found -> {
                  subscriptions.remove(context.chat().key(), found.id());
                  return pages.list(context, 1).inPlace();
                })
            .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  private PendingReply resubscribe(CommandContext context, List<String> arguments) {
    return () ->
        subscriptions
            .queryText(Long.parseLong(arguments.getFirst()))
            .map(text -> resubscribeTo(context, text).inPlace())
            .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  private Reply resubscribeTo(CommandContext context, String text) {
    return switch (parser.parse(text)) {
      case ParsedQuery.Invalid invalid -> Reply.note(problem(context, invalid));
      case ParsedQuery.Valid(var query) -> add(context, text, query, null);
    };
  }

  private Optional<Subscription> find(CommandContext context, String which) {
    return pages.find(subscriptions.of(context.chat().key()), which);
  }

  private static Reply notFound(CommandContext context, String which) {
    return Reply.of(context.text("unsubscribe.none", InputText.excerpt(which)));
  }

  private static String problem(CommandContext context, ParsedQuery.Invalid invalid) {
    return QueryWording.problem(context.translations(), invalid);
  }
}
