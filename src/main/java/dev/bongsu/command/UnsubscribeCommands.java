package dev.bongsu.command;

import dev.bongsu.access.AccessSettings;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Map;

/// `/unsubscribe` of some subscriptions or all, and the buttons that end one. Each reply has a
/// button that restores what ended, with its options and its place in the list.
public final class UnsubscribeCommands implements CommandGroup {
  private final SubscriptionStore subscriptions;
  private final SubscriptionListCommands pages;
  private final AccessSettings settings;

  public UnsubscribeCommands(
      SubscriptionStore subscriptions, SubscriptionListCommands pages, AccessSettings settings) {
    this.subscriptions = subscriptions;
    this.pages = pages;
    this.settings = settings;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.UNSUBSCRIBE, this::unsubscribe);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "undo", new ButtonHandler(true, (context, words) -> () -> undo(context, words.getFirst())),
        "end", new ButtonHandler(true, (context, words) -> () -> end(context, words.getFirst())),
        "endall", new ButtonHandler(true, (context, _) -> () -> removeAll(context).inPlace()),
        "again",
            new ButtonHandler(true, (context, words) -> () -> restore(context, words.getFirst())));
  }

  private PendingReply unsubscribe(CommandContext context, String which) {
    if (which.isBlank()) {
      return PendingReply.ofText(context.text("unsubscribe.usage"));
    }
    return () -> remove(context, which);
  }

  private Reply remove(CommandContext context, String which) {
    List<Subscription> list = subscriptions.of(context.chat().key());
    ListSelection<Subscription> selected = SubscriptionLookup.parse(list, which);
    if (selected.all()) {
      return confirmation(context, list.size());
    }
    if (selected.unknown().isEmpty()) {
      return remove(context, selected.chosen());
    }
    Confirmable typed = Confirmable.parse(InputText.oneLine(which));
    return typed.confirmed() && SubscriptionLookup.parse(list, typed.text()).all()
        ? removeAll(context)
        : PauseCommands.notFound(context, selected);
  }

  private static Reply confirmation(CommandContext context, int count) {
    return Reply.of(context.text("unsubscribe.sure", count))
        .withRow(
            context.button("button.endall", "/unsubscribe all yes", "endall"),
            context.button("button.keep", "", "keep"));
  }

  private Reply removeAll(CommandContext context) {
    List<Subscription> all = subscriptions.of(context.chat().key());
    return all.isEmpty() ? Reply.note(context.text("press.gone")) : remove(context, all);
  }

  private Reply remove(CommandContext context, List<Subscription> ended) {
    long removal = end(context, ended);
    return withUndo(
            context,
            Reply.of(context.text("unsubscribe.done", PauseCommands.texts(ended))),
            removal)
        .toChat();
  }

  private long end(CommandContext context, List<Subscription> ended) {
    List<Subscription> some = List.copyOf(ended);
    return subscriptions.removeAll(
        context.chat().key(), some.stream().map(Subscription::id).toList());
  }

  private static Reply withUndo(CommandContext context, Reply reply, long removal) {
    return reply.withRow(context.button("button.again", "", "again", removal));
  }

  private Reply undo(CommandContext context, String id) {
    return pages
        .find(context, id)
        .map(found -> remove(context, List.of(found)).inPlace())
        .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  /// From a card of the list; the list replaces the card.
  private Reply end(CommandContext context, String id) {
    return pages
        .find(context, id)
        .map(found -> listAfter(context, found))
        .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  private Reply listAfter(CommandContext context, Subscription ended) {
    long removal = end(context, List.of(ended));
    Reply list = pages.list(context, 1);
    String done = context.text("unsubscribe.done", ended.text());
    return withUndo(context, Reply.of(done + "\n\n" + list.text()), removal)
        .withRows(list.buttons())
        .inPlace();
  }

  private Reply restore(CommandContext context, String removal) {
    if (subscriptions.of(context.chat().key()).size() >= settings.subscriptions()) {
      return Reply.note(context.text("quota.subscriptions", settings.subscriptions()));
    }
    List<Subscription> restored =
        subscriptions.restore(context.chat().key(), Long.parseLong(removal));
    if (restored.isEmpty()) {
      return Reply.note(context.text("press.gone"));
    }
    String text = context.text("unsubscribe.undone", PauseCommands.texts(restored));
    return Reply.of(text).withRow(context.button("button.list", "/list", "list", 1)).inPlace();
  }
}
