package dev.bongsu.command;

import dev.bongsu.archive.Advice;
import dev.bongsu.archive.Lookback;
import dev.bongsu.archive.MoreWords;
import dev.bongsu.archive.PastArticles;
import dev.bongsu.chat.Button;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.Commands;
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
public final class Fitting implements Commands {
  private static final String FINE = "fine";
  private static final String BECOME = "become";

  private final SubscriptionStore subscriptions;
  private final SubscriptionPages pages;
  private final QueryParser parser;
  private final Topics topics;
  private final PastArticles past;
  private final AskedQueryStore queries;

  public Fitting(
      SubscriptionStore subscriptions,
      SubscriptionPages pages,
      QueryParser parser,
      Topics topics,
      PastArticles past,
      AskedQueryStore queries) {
    this.subscriptions = subscriptions;
    this.pages = pages;
    this.parser = parser;
    this.topics = topics;
    this.past = past;
    this.queries = queries;
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(
        FINE, new PressHandler(true, this::fine), BECOME, new PressHandler(true, this::become));
  }

  /// A subscription that was just made.
  ///
  /// @param query of its words
  /// @param lookback what it would have brought; nothing if that is not to be said
  Reply made(Asked asked, Subscription one, Query query, Optional<Lookback> lookback) {
    Button undo =
        asked.button("button.undo", "/unsubscribe " + number(asked, one), "undo", one.id().value());
    return Reply.of(words(asked, done(asked, one, query), lookback))
        .toChat()
        .rows(buttons(asked, one, lookback, undo));
  }

  /// Changes a subscription's words, and offers to change them back.
  ///
  /// @param query of the new words
  Reply change(Asked asked, Subscription before, String text, Query query, Lookback lookback) {
    if (!subscriptions.edit(asked.chat().key(), before.id(), text, query.print())) {
      return Reply.of(asked.say("subscribe.already", text));
    }
    Subscription now = pages.find(asked, String.valueOf(before.id().value())).orElseThrow();
    String done = asked.say("edit.done", before.text(), text);
    Button undo = becoming(asked, asked.say("button.undo"), now, before.text());
    return Reply.of(words(asked, done, Optional.of(lookback)))
        .toChat()
        .rows(buttons(asked, now, Optional.of(lookback), undo));
  }

  private String done(Asked asked, Subscription one, Query query) {
    String explained = new QueryWording(asked.wording(), topics).explain(query);
    return asked.say("subscribe.done", one.text(), explained);
  }

  private static String words(Asked asked, String done, Optional<Lookback> lookback) {
    return lookback.map(found -> done + "\n" + FoundWording.of(asked).lookback(found)).orElse(done);
  }

  private List<List<Button>> buttons(
      Asked asked, Subscription one, Optional<Lookback> lookback, Button undo) {
    long id = one.id().value();
    List<Button> fit = new ArrayList<>(List.of(asked.button("button.fine", "", FINE, id)));
    lookback.flatMap(found -> narrower(asked, one, found)).ifPresent(fit::add);
    String pause = "/pause " + number(asked, one);
    return List.of(
        fit, List.of(asked.button("button.pause", pause, "set", id, "paused", "on"), undo));
  }

  /// One more word, in one press: the first that makes a query of it.
  private Optional<Button> narrower(Asked asked, Subscription one, Lookback lookback) {
    return lookback.advice().narrower().stream()
        .map(Advice.Narrowing::word)
        .filter(word -> isQuery(MoreWords.with(one.text(), word)))
        .findFirst()
        .map(
            word -> {
              String label = asked.say("button.narrower", BlankText.excerpt(word));
              return becoming(asked, label, one, MoreWords.with(one.text(), word));
            });
  }

  private boolean isQuery(String text) {
    return parser.parse(text) instanceof ParsedQuery.Valid;
  }

  private Button becoming(Asked asked, String label, Subscription one, String text) {
    String press = asked.press(BECOME, one.id().value(), queries.remember(text));
    return Button.saying(label, press, "/edit %d %s".formatted(number(asked, one), text));
  }

  private int number(Asked asked, Subscription one) {
    List<Subscription> all = subscriptions.of(asked.chat().key());
    return 1 + all.stream().map(Subscription::id).toList().indexOf(one.id());
  }

  /// The answer stays, without its buttons.
  private Answer fine(Asked asked, List<String> arguments) {
    Optional<Subscription> found = pages.find(asked, arguments.getFirst());
    if (found.isPresent()
        && parser.parse(found.get().text()) instanceof ParsedQuery.Valid(var query)) {
      Lookback lookback = past.lookback(asked.chat().key(), query);
      String done = done(asked, found.get(), query);
      return () -> Reply.of(words(asked, done, Optional.of(lookback))).inPlace();
    }
    return () -> Reply.note(asked.say("press.gone"));
  }

  private Answer become(Asked asked, List<String> arguments) {
    Optional<String> text = queries.recall(Long.parseLong(arguments.get(1)));
    if (text.isPresent() && parser.parse(text.get()) instanceof ParsedQuery.Valid(var query)) {
      Lookback lookback = past.lookback(asked.chat().key(), query);
      return () ->
          pages
              .find(asked, arguments.getFirst())
              .map(before -> change(asked, before, text.get(), query, lookback).inPlace())
              .orElseGet(() -> Reply.note(asked.say("press.gone")));
    }
    return () -> Reply.note(asked.say("press.gone"));
  }
}
