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

/// What is answered when a subscription was made or changed: what it will bring, and buttons until
/// it fits: fine, narrower, pause, undo.
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
  /// @param query of its words
  /// @param lookback what it would have brought; nothing if that is not to be said
  Reply created(CommandContext asked, Subscription one, Query query, Optional<Lookback> lookback) {
    Button undo =
        asked.button(
            "button.undo", "/unsubscribe " + listNumber(asked, one), "undo", one.id().value());
    return Reply.of(withLookback(asked, confirmation(asked, one, query), lookback))
        .toChat()
        .withRows(buttons(asked, one, lookback, undo));
  }

  /// Changes a subscription's words, and offers to change them back.
  ///
  /// @param query of the new words
  Reply edit(
      CommandContext asked, Subscription before, String text, Query query, Lookback lookback) {
    if (!subscriptions.edit(asked.chat().key(), before.id(), text, query.print())) {
      return Reply.of(asked.text("subscribe.already", text));
    }
    Subscription now = pages.find(asked, String.valueOf(before.id().value())).orElseThrow();
    String done = asked.text("edit.done", before.text(), text);
    Button undo = editButton(asked, asked.text("button.undo"), now, before.text());
    return Reply.of(withLookback(asked, done, Optional.of(lookback)))
        .toChat()
        .withRows(buttons(asked, now, Optional.of(lookback), undo));
  }

  private String confirmation(CommandContext asked, Subscription one, Query query) {
    String explained = new QueryWording(asked.translations(), topics).explain(query);
    return asked.text("subscribe.done", one.text(), explained);
  }

  private static String withLookback(
      CommandContext asked, String done, Optional<Lookback> lookback) {
    return lookback
        .map(found -> done + "\n" + SearchResultText.of(asked).lookback(found))
        .orElse(done);
  }

  private List<List<Button>> buttons(
      CommandContext asked, Subscription one, Optional<Lookback> lookback, Button undo) {
    long id = one.id().value();
    List<Button> fit = new ArrayList<>(List.of(asked.button("button.fine", "", ACCEPT, id)));
    lookback.flatMap(found -> refineButton(asked, one, found)).ifPresent(fit::add);
    String pause = "/pause " + listNumber(asked, one);
    return List.of(
        fit, List.of(asked.button("button.pause", pause, "set", id, "paused", "on"), undo));
  }

  /// One more word, in one press: the first that makes a query of it.
  private Optional<Button> refineButton(CommandContext asked, Subscription one, Lookback lookback) {
    return lookback.advice().refinements().stream()
        .map(QueryAdvice.Refinement::word)
        .filter(word -> isQuery(QueryExtension.append(one.text(), word)))
        .findFirst()
        .map(
            word -> {
              String label = asked.text("button.narrower", InputText.excerpt(word));
              return editButton(asked, label, one, QueryExtension.append(one.text(), word));
            });
  }

  private boolean isQuery(String text) {
    return parser.parse(text) instanceof ParsedQuery.Valid;
  }

  private Button editButton(CommandContext asked, String label, Subscription one, String text) {
    String press = asked.payload(EDIT, one.id().value(), queries.save(text));
    return Button.ofAction(label, press, "/edit %d %s".formatted(listNumber(asked, one), text));
  }

  private int listNumber(CommandContext asked, Subscription one) {
    List<Subscription> all = subscriptions.of(asked.chat().key());
    return 1 + all.stream().map(Subscription::id).toList().indexOf(one.id());
  }

  /// The answer stays, without its buttons.
  private PendingReply accept(CommandContext asked, List<String> arguments) {
    Optional<Subscription> found = pages.find(asked, arguments.getFirst());
    if (found.isPresent()
        && parser.parse(found.get().text()) instanceof ParsedQuery.Valid(var query)) {
      Lookback lookback = lookbackSearch.lookback(asked.chat().key(), query);
      String done = confirmation(asked, found.get(), query);
      return () -> Reply.of(withLookback(asked, done, Optional.of(lookback))).inPlace();
    }
    return () -> Reply.note(asked.text("press.gone"));
  }

  private PendingReply applyEdit(CommandContext asked, List<String> arguments) {
    Optional<String> text = queries.find(Long.parseLong(arguments.get(1)));
    if (text.isPresent() && parser.parse(text.get()) instanceof ParsedQuery.Valid(var query)) {
      Lookback lookback = lookbackSearch.lookback(asked.chat().key(), query);
      return () ->
          pages
              .find(asked, arguments.getFirst())
              .map(before -> edit(asked, before, text.get(), query, lookback).inPlace())
              .orElseGet(() -> Reply.note(asked.text("press.gone")));
    }
    return () -> Reply.note(asked.text("press.gone"));
  }
}
