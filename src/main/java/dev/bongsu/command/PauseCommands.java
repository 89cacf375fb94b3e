package dev.bongsu.command;

import dev.bongsu.chat.TimeFormat;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.Reply;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `/pause`, also for a time, and `/resume`; of some subscriptions, or all.
public final class PauseCommands implements CommandGroup {
  private final SubscriptionStore subscriptions;
  private final InstantSource clock;

  public PauseCommands(SubscriptionStore subscriptions, InstantSource clock) {
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.PAUSE, (context, rest) -> () -> pause(context, rest),
        CommandName.RESUME, (context, rest) -> () -> resume(context, rest));
  }

  /// What is named goes before a time: a subscription's text may end like one.
  private Reply pause(CommandContext context, String rest) {
    ListSelection<Subscription> named = select(context, rest);
    Optional<PauseDuration> timed = PauseDuration.parse(rest);
    if (timed.isEmpty() || (named.unknown().isEmpty() && !rest.isBlank())) {
      return setPaused(context, named, true);
    }
    ListSelection<Subscription> selected = select(context, timed.get().rest());
    if (!selected.unknown().isEmpty()) {
      return notFound(context, selected);
    }
    Instant until = clock.instant().plus(timed.get().time());
    for (Subscription one : selected.chosen()) {
      subscriptions.setPaused(context.chat().key(), one.id(), true, until);
    }
    String time = TimeFormat.dateTimeWithoutYear(until, context.originChat().locale());
    return selected.all()
        ? Reply.of(context.text("pause.all_until", selected.chosen().size(), time)).toChat()
        : Reply.of(context.text("pause.until", texts(selected.chosen()), time)).toChat();
  }

  private Reply resume(CommandContext context, String rest) {
    return setPaused(context, select(context, rest), false);
  }

  private Reply setPaused(
      CommandContext context, ListSelection<Subscription> selected, boolean paused) {
    if (!selected.unknown().isEmpty()) {
      return notFound(context, selected);
    }
    List<Subscription> changed =
        selected.chosen().stream()
            .filter(one -> !selected.all() || one.options().paused() != paused)
            .toList();
    for (Subscription one : changed) {
      subscriptions.setPaused(context.chat().key(), one.id(), paused, null);
    }
    if (selected.all()) {
      return Reply.of(context.text(paused ? "pause.all" : "resume.all", changed.size())).toChat();
    }
    return Reply.of(context.text(paused ? "pause.done" : "resume.done", texts(changed))).toChat();
  }

  /// All if none is named.
  private ListSelection<Subscription> select(CommandContext context, String which) {
    List<Subscription> all = subscriptions.of(context.chat().key());
    return which.isBlank()
        ? new ListSelection<>(all, true, "")
        : SubscriptionLookup.parse(all, which);
  }

  static Reply notFound(CommandContext context, ListSelection<Subscription> selected) {
    return Reply.of(context.text("unsubscribe.none", InputText.excerpt(selected.unknown())));
  }

  /// Their texts, as a reply repeats them.
  static String texts(List<Subscription> some) {
    return some.stream().map(Subscription::text).collect(Collectors.joining(" / "));
  }
}
