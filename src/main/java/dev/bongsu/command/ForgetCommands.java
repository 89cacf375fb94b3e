package dev.bongsu.command;

import dev.bongsu.access.AccessStore;
import dev.bongsu.alert.FeedbackStore;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.Reply;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// `/forget`: everything of the chat, after a second word. What stays is the chat's number, without
/// which the answer could not be sent.
public final class ForgetCommands implements Commands {
  private static final Set<String> YES = Set.of("yes", "예", "네");

  private final SubscriptionStore subscriptions;
  private final FeedImports feeds;
  private final SentAlertStore sent;
  private final FeedbackStore feedback;
  private final InboxStore inbox;
  private final ChatStore chats;
  private final AccessStore access;

  public ForgetCommands(
      SubscriptionStore subscriptions,
      FeedImports feeds,
      SentAlertStore sent,
      FeedbackStore feedback,
      InboxStore inbox,
      ChatStore chats,
      AccessStore access) {
    this.subscriptions = subscriptions;
    this.feeds = feeds;
    this.sent = sent;
    this.feedback = feedback;
    this.inbox = inbox;
    this.chats = chats;
    this.access = access;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(CommandName.FORGET, this::ask);
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(
        "forget", new PressHandler(true, (asked, words) -> () -> confirmed(asked, words)),
        "keep",
            new PressHandler(
                false, (asked, _) -> () -> Reply.of(asked.say("forget.kept")).inPlace()));
  }

  private Answer ask(Asked asked, String rest) {
    if (YES.contains(rest.toLowerCase(Locale.ROOT))) {
      return () -> Reply.of(forget(asked)).toChat();
    }
    return () ->
        Reply.of(asked.say("forget.sure", subscriptions.of(asked.chat().key()).size()))
            .row(
                asked.button("button.forget", "/forget yes", "forget", person(asked)),
                asked.button("button.keep", "", "keep"));
  }

  /// Only who asked may confirm.
  private Reply confirmed(Asked asked, List<String> arguments) {
    return arguments.equals(List.of(person(asked)))
        ? Reply.of(forget(asked)).inPlace()
        : Reply.note(asked.say("forget.not_you"));
  }

  private static String person(Asked asked) {
    String sender = asked.inbound().sender().replaceAll("[^A-Za-z0-9-]", "");
    return sender.substring(0, Math.min(sender.length(), 24));
  }

  private String forget(Asked asked) {
    Chat chat = asked.chat();
    List<Subscription> all = subscriptions.of(chat.key());
    all.forEach(one -> subscriptions.remove(chat.key(), one.id()));
    feeds.forget(chat);
    sent.forget(chat.key());
    feedback.forget(chat.key());
    inbox.forget(chat.id());
    chats.forget(chat.key());
    access.revokeGuest(chat.id());
    return asked.say("forget.done");
  }
}
