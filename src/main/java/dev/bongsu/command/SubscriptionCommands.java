package dev.bongsu.command;

import dev.bongsu.access.AccessSettings;
import dev.bongsu.archive.Lookback;
import dev.bongsu.archive.LookbackSearch;
import dev.bongsu.chat.Button;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandForms;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.QueryWording;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/subscribe`, `/edit`.
public final class SubscriptionCommands implements CommandGroup {
  private final SubscriptionStore subscriptions;
  private final AccessSettings settings;
  private final QueryParser parser;
  private final LookbackSearch lookbackSearch;
  private final ButtonQueryStore queries;
  private final SubscriptionRefinement refinement;
  private final OtherLanguages otherLanguages;

  public SubscriptionCommands(
      SubscriptionStore subscriptions,
      AccessSettings settings,
      QueryParser parser,
      LookbackSearch lookbackSearch,
      ButtonQueryStore queries,
      SubscriptionRefinement refinement,
      OtherLanguages otherLanguages) {
    this.otherLanguages = otherLanguages;
    this.subscriptions = subscriptions;
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
        CommandName.EDIT, this::edit);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
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
      case ParsedQuery.Invalid invalid -> () -> problem(context, invalid);
      case ParsedQuery.Valid(var query) -> {
        OtherLanguages.Wish wish = otherLanguages.wish(context, oneLine, query);
        Lookback lookback = lookbackSearch.lookback(context.chat().key(), wish.query());
        yield () -> add(context, wish, lookback);
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
  private Reply add(CommandContext context, OtherLanguages.Wish wish, @Nullable Lookback lookback) {
    List<Subscription> before = subscriptions.of(context.chat().key());
    if (before.size() >= settings.subscriptions()) {
      return Reply.of(context.text("quota.subscriptions", settings.subscriptions()));
    }
    if (!subscriptions.add(context.chat().key(), wish.text(), wish.query().print())) {
      return Reply.of(context.text("subscribe.already", wish.text()));
    }
    Subscription made = subscriptions.of(context.chat().key()).getLast();
    Reply reply = refinement.created(context, made, wish.query(), lookback);
    return otherLanguages.describe(context, reply, made, wish);
  }

  private PendingReply edit(CommandContext context, String rest) {
    String[] parts = rest.split(InputText.WHITESPACE + "+", 2);
    if (parts.length < 2) {
      return PendingReply.ofText(context.text("edit.usage"));
    }
    String oneLine = InputText.oneLine(parts[1]);
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid ->
          PendingReply.ofText(QueryWording.problem(context.translations(), invalid));
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = lookbackSearch.lookback(context.chat().key(), query);
        yield () ->
            find(context, parts[0])
                .map(found -> refinement.edit(context, found, oneLine, query, lookback))
                .orElseGet(() -> notFound(context, parts[0]));
      }
    };
  }

  private Optional<Subscription> find(CommandContext context, String which) {
    return SubscriptionLookup.find(subscriptions.of(context.chat().key()), which);
  }

  private static Reply notFound(CommandContext context, String which) {
    return Reply.of(context.text("unsubscribe.none", InputText.excerpt(which)));
  }

  /// Why a query cannot be used, with a button for one that can.
  private Reply problem(CommandContext context, ParsedQuery.Invalid invalid) {
    Reply reply = Reply.of(QueryWording.problem(context.translations(), invalid));
    String meant = invalid.suggestion();
    return meant.isEmpty()
        ? reply
        : reply.withRow(
            Button.ofAction(
                SubscriptionRefinement.meant(context, meant),
                context.payload("take", queries.save(meant)),
                "/subscribe " + meant));
  }
}
