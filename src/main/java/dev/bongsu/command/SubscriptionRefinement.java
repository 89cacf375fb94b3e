package dev.bongsu.command;

import dev.bongsu.archive.Lookback;
import dev.bongsu.archive.LookbackSearch;
import dev.bongsu.archive.QueryAdvice;
import dev.bongsu.archive.QueryExtension;
import dev.bongsu.chat.Button;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.query.AboutForm;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.QueryWording;
import dev.bongsu.query.Topics;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reply to a new or changed subscription: what it will match, and buttons to adjust it: fine,
/// narrower, pause, undo.
public final class SubscriptionRefinement implements CommandGroup {
  private static final String ACCEPT = "fine";
  private static final String EDIT = "become";

  private final SubscriptionStore subscriptions;
  private final SubscriptionListCommands pages;
  private final QueryParser parser;
  private final Topics topics;
  private final LookbackSearch lookbackSearch;
  private final ButtonQueryStore queries;

  public SubscriptionRefinement(
      SubscriptionStore subscriptions,
      SubscriptionListCommands pages,
      QueryParser parser,
      Topics topics,
      LookbackSearch lookbackSearch,
      ButtonQueryStore queries) {
    this.subscriptions = subscriptions;
    this.pages = pages;
    this.parser = parser;
    this.topics = topics;
    this.lookbackSearch = lookbackSearch;
    this.queries = queries;
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        ACCEPT,
        new ButtonHandler(true, this::accept),
        EDIT,
        new ButtonHandler(true, this::applyEdit));
  }

  /// A subscription that was just made.
  ///
  /// @param query of its text
  /// @param lookback what it would have matched; null to leave that out of the reply
  Reply created(
      CommandContext context, Subscription one, Query query, @Nullable Lookback lookback) {
    Button undo =
        context.button(
            "button.undo", "/unsubscribe " + listNumber(context, one), "undo", one.id().value());
    String done = withLookback(context, confirmation(context, one, query), lookback);
    return Reply.of(withHint(context, one, query, done))
        .toChat()
        .withRows(hintButton(context, one, query))
        .withRows(buttons(context, one, lookback, undo));
  }

  /// Changes a subscription's query, with a button to change it back.
  ///
  /// @param query of the new text
  Reply edit(
      CommandContext context, Subscription before, String text, Query query, Lookback lookback) {
    if (!subscriptions.edit(context.chat().key(), before.id(), text, query.print())) {
      return Reply.of(context.text("subscribe.already", text));
    }
    Subscription now = subscriptions.find(context.chat().key(), before.id().value()).orElseThrow();
    String done = context.text("edit.done", before.text(), text);
    Button undo = editButton(context, context.text("button.undo"), now, before.text());
    return Reply.of(withHint(context, now, query, withLookback(context, done, lookback)))
        .toChat()
        .withRows(hintButton(context, now, query))
        .withRows(buttons(context, now, lookback, undo));
  }

  private String withHint(CommandContext context, Subscription one, Query query, String done) {
    return parser
        .hint(one.text(), query)
        .map(hint -> done + "\n" + QueryWording.hint(context.translations(), hint))
        .orElse(done);
  }

  private List<List<Button>> hintButton(CommandContext context, Subscription one, Query query) {
    return parser.hint(one.text(), query).stream()
        .map(hint -> List.of(editButton(context, meant(context, hint.text()), one, hint.text())))
        .toList();
  }

  static String meant(CommandContext context, String text) {
    return context.text("button.meant", InputText.excerpt(text));
  }

  private String confirmation(CommandContext context, Subscription one, Query query) {
    String explained = new QueryWording(context.translations(), topics).explain(query);
    return context.text("subscribe.done", one.text(), explained);
  }

  private static String withLookback(
      CommandContext context, String done, @Nullable Lookback lookback) {
    return lookback == null ? done : done + "\n" + SearchResultText.of(context).lookback(lookback);
  }

  private List<List<Button>> buttons(
      CommandContext context, Subscription one, @Nullable Lookback lookback, Button undo) {
    long id = one.id().value();
    List<Button> fit = new ArrayList<>(List.of(context.button("button.fine", "", ACCEPT, id)));
    if (lookback != null) {
      refineButton(context, one, lookback).ifPresent(fit::add);
    }
    if (lookback != null && lookback.mentions() > 0 && isQuery(AboutForm.of(one.text()))) {
      String label = context.text("button.about");
      fit.add(editButton(context, label, one, AboutForm.of(one.text())));
    }
    String pause = "/pause " + listNumber(context, one);
    return List.of(
        fit, List.of(context.button("button.pause", pause, "set", id, "paused", "on"), undo));
  }

  /// Adds one more word: the first suggestion that makes a valid query.
  private Optional<Button> refineButton(
      CommandContext context, Subscription one, Lookback lookback) {
    return lookback.advice().refinements().stream()
        .map(QueryAdvice.Refinement::word)
        .filter(word -> isQuery(QueryExtension.append(one.text(), word)))
        .findFirst()
        .map(
            word -> {
              String label = context.text("button.narrower", InputText.excerpt(word));
              return editButton(context, label, one, QueryExtension.append(one.text(), word));
            });
  }

  private boolean isQuery(String text) {
    return parser.parse(text) instanceof ParsedQuery.Valid;
  }

  /// A button that changes a subscription's query.
  Button editButton(CommandContext context, String label, Subscription one, String text) {
    String press = context.payload(EDIT, one.id().value(), queries.save(text));
    return Button.ofAction(label, press, "/edit %d %s".formatted(listNumber(context, one), text));
  }

  private int listNumber(CommandContext context, Subscription one) {
    List<Subscription> all = subscriptions.of(context.chat().key());
    return 1 + all.stream().map(Subscription::id).toList().indexOf(one.id());
  }

  /// Replaces the reply by the same without buttons.
  private PendingReply accept(CommandContext context, List<String> arguments) {
    Optional<Subscription> found = pages.find(context, arguments.getFirst());
    if (found.isPresent()
        && parser.parse(found.get().text()) instanceof ParsedQuery.Valid(var query)) {
      Lookback lookback = lookbackSearch.lookback(context.chat().key(), query);
      String done = confirmation(context, found.get(), query);
      return () -> Reply.of(withLookback(context, done, lookback)).inPlace();
    }
    return () -> Reply.note(context.text("press.gone"));
  }

  /// Makes the saved query of a button that of a subscription.
  ///
  /// @param arguments the subscription's id and the query's number
  PendingReply applyEdit(CommandContext context, List<String> arguments) {
    Optional<String> text = queries.find(Long.parseLong(arguments.get(1)));
    if (text.isPresent() && parser.parse(text.get()) instanceof ParsedQuery.Valid(var query)) {
      Lookback lookback = lookbackSearch.lookback(context.chat().key(), query);
      return () ->
          pages
              .find(context, arguments.getFirst())
              .map(before -> edit(context, before, text.get(), query, lookback).inPlace())
              .orElseGet(() -> Reply.note(context.text("press.gone")));
    }
    return () -> Reply.note(context.text("press.gone"));
  }
}
