package dev.bongsu.command;

import dev.bongsu.access.AccessSettings;
import dev.bongsu.archive.Lookback;
import dev.bongsu.archive.PastArticles;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.Forms;
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
public final class SubscriptionCommands implements Commands {
  private final SubscriptionStore subscriptions;
  private final SubscriptionPages pages;
  private final AccessSettings limits;
  private final QueryParser parser;
  private final PastArticles past;
  private final AskedQueryStore queries;
  private final Fitting fitting;

  public SubscriptionCommands(
      SubscriptionStore subscriptions,
      SubscriptionPages pages,
      AccessSettings limits,
      QueryParser parser,
      PastArticles past,
      AskedQueryStore queries,
      Fitting fitting) {
    this.subscriptions = subscriptions;
    this.pages = pages;
    this.limits = limits;
    this.parser = parser;
    this.past = past;
    this.queries = queries;
    this.fitting = fitting;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(
        CommandName.SUBSCRIBE, this::subscribe,
        CommandName.EDIT, this::edit,
        CommandName.PAUSE, (asked, rest) -> setPaused(asked, rest, true),
        CommandName.RESUME, (asked, rest) -> setPaused(asked, rest, false),
        CommandName.UNSUBSCRIBE, this::unsubscribe);
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(
        "undo",
        new PressHandler(true, this::undo),
        "end",
        new PressHandler(true, this::end),
        "again",
        new PressHandler(true, this::again),
        "take",
        new PressHandler(true, this::take),
        Forms.VERB,
        new PressHandler(false, (asked, _) -> Answer.saying(asked.say("subscribe.usage"))));
  }

  private Answer subscribe(Asked asked, String text) {
    if (text.isBlank()) {
      return () ->
          Reply.of(asked.say("subscribe.usage"))
              .rows(SubscriptionPages.forms(asked, "button.new", Forms.NEW));
    }
    String oneLine = BlankText.oneLine(text);
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> Answer.saying(problem(asked, invalid));
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = past.lookback(asked.chat().key(), query);
        yield () -> add(asked, oneLine, query, Optional.of(lookback));
      }
    };
  }

  /// From a search or a trial.
  private Answer take(Asked asked, List<String> arguments) {
    return queries
        .recall(Long.parseLong(arguments.getFirst()))
        .map(text -> subscribe(asked, text))
        .orElseGet(() -> () -> Reply.note(asked.say("press.gone")));
  }

  /// @param lookback what it would have brought; nothing if that is not to be said
  private Reply add(Asked asked, String text, Query query, Optional<Lookback> lookback) {
    List<Subscription> before = subscriptions.of(asked.chat().key());
    if (before.size() >= limits.subscriptions()) {
      return Reply.of(asked.say("quota.subscriptions", limits.subscriptions()));
    }
    if (!subscriptions.add(asked.chat().key(), text, query.print())) {
      return Reply.of(asked.say("subscribe.already", text));
    }
    Subscription made = subscriptions.of(asked.chat().key()).getLast();
    return fitting.made(asked, made, query, lookback);
  }

  private Answer edit(Asked asked, String rest) {
    String[] parts = rest.split(BlankText.BLANK + "+", 2);
    if (parts.length < 2) {
      return Answer.saying(asked.say("edit.usage"));
    }
    String oneLine = BlankText.oneLine(parts[1]);
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> Answer.saying(problem(asked, invalid));
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = past.lookback(asked.chat().key(), query);
        yield () ->
            find(asked, parts[0])
                .map(found -> fitting.change(asked, found, oneLine, query, lookback))
                .orElseGet(() -> none(asked, parts[0]));
      }
    };
  }

  /// One of the list, or all if none is said.
  private Answer setPaused(Asked asked, String which, boolean paused) {
    if (which.isBlank()) {
      return () -> {
        int changed = subscriptions.setPaused(asked.chat().key(), paused);
        String key = paused ? "pause.all" : "resume.all";
        return Reply.of(asked.say(key, changed)).toChat();
      };
    }
    return () ->
        find(asked, which)
            .map(found -> setPaused(asked, found, paused))
            .orElseGet(() -> none(asked, which));
  }

  private Reply setPaused(Asked asked, Subscription found, boolean paused) {
    Options now = found.options();
    subscriptions.set(
        asked.chat().key(), found.id(), new Options(paused, now.silent(), now.preview()));
    return Reply.of(asked.say(paused ? "pause.done" : "resume.done", found.text())).toChat();
  }

  private Answer unsubscribe(Asked asked, String which) {
    if (which.isBlank()) {
      return Answer.saying(asked.say("unsubscribe.usage"));
    }
    return () ->
        find(asked, which).map(found -> end(asked, found)).orElseGet(() -> none(asked, which));
  }

  private Reply end(Asked asked, Subscription ended) {
    subscriptions.remove(asked.chat().key(), ended.id());
    return Reply.of(asked.say("unsubscribe.done", ended.text()))
        .toChat()
        .row(
            asked.button(
                "button.again", "/subscribe " + ended.text(), "again", ended.query().value()));
  }

  private Answer undo(Asked asked, List<String> arguments) {
    return () ->
        pages
            .find(asked, arguments.getFirst())
            .map(found -> end(asked, found).inPlace())
            .orElseGet(() -> Reply.note(asked.say("press.gone")));
  }

  /// From a card of the list: the list takes its place.
  private Answer end(Asked asked, List<String> arguments) {
    return () ->
        pages
            .find(asked, arguments.getFirst())
            .map(
                found -> {
                  subscriptions.remove(asked.chat().key(), found.id());
                  return pages.list(asked, 1).inPlace();
                })
            .orElseGet(() -> Reply.note(asked.say("press.gone")));
  }

  private Answer again(Asked asked, List<String> arguments) {
    return () ->
        subscriptions
            .queryText(Long.parseLong(arguments.getFirst()))
            .map(text -> addAgain(asked, text).inPlace())
            .orElseGet(() -> Reply.note(asked.say("press.gone")));
  }

  private Reply addAgain(Asked asked, String text) {
    return switch (parser.parse(text)) {
      case ParsedQuery.Invalid invalid -> Reply.note(problem(asked, invalid));
      case ParsedQuery.Valid(var query) -> add(asked, text, query, Optional.empty());
    };
  }

  private Optional<Subscription> find(Asked asked, String which) {
    return pages.find(subscriptions.of(asked.chat().key()), which);
  }

  private static Reply none(Asked asked, String which) {
    return Reply.of(asked.say("unsubscribe.none", BlankText.excerpt(which)));
  }

  private static String problem(Asked asked, ParsedQuery.Invalid invalid) {
    return QueryWording.problem(asked.wording(), invalid);
  }
}
