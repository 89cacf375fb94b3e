package dev.bongsu.command;

import dev.bongsu.alert.FeedbackStore;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Map;

/// `/forget`: deletes everything of the chat, after a confirmation. Only the chat's row stays,
/// without which the reply could not be sent, and its right to use the bot, so that it can begin
/// again.
public final class ForgetCommands implements CommandGroup {
  /// Enough of a person's id to tell people apart, and short enough for a button.
  private static final int MAX_SENDER_CHARACTERS = 24;

  private final SubscriptionStore subscriptions;
  private final FeedImporter feeds;
  private final SentAlertStore sent;
  private final FeedbackStore feedback;
  private final InboxStore inbox;
  private final ChatStore chats;

  public ForgetCommands(
      SubscriptionStore subscriptions,
      FeedImporter feeds,
      SentAlertStore sent,
      FeedbackStore feedback,
      InboxStore inbox,
      ChatStore chats) {
    this.subscriptions = subscriptions;
    this.feeds = feeds;
    this.sent = sent;
    this.feedback = feedback;
    this.inbox = inbox;
    this.chats = chats;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.FORGET, this::forgetOrConfirm);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "forget",
            new ButtonHandler(true, (context, words) -> () -> forgetConfirmed(context, words)),
        "keep",
            new ButtonHandler(
                false, (context, _) -> () -> Reply.of(context.text("forget.kept")).inPlace()));
  }

  private PendingReply forgetOrConfirm(CommandContext context, String rest) {
    if (Confirmable.parse(rest).equals(new Confirmable("", true))) {
      return () -> Reply.of(forget(context)).toChat();
    }
    return () ->
        Reply.of(context.text("forget.sure", subscriptions.of(context.chat().key()).size()))
            .withRow(
                context.button("button.forget", "/forget yes", "forget", senderId(context)),
                context.button("button.keep", "", "keep"));
  }

  /// Only the person who sent the command may confirm it.
  private Reply forgetConfirmed(CommandContext context, List<String> arguments) {
    return arguments.equals(List.of(senderId(context)))
        ? Reply.of(forget(context)).inPlace()
        : Reply.note(context.text("forget.not_you"));
  }

  private static String senderId(CommandContext context) {
    String sender = context.inbound().sender().replaceAll("[^A-Za-z0-9-]", "");
    return sender.substring(0, Math.min(sender.length(), MAX_SENDER_CHARACTERS));
  }

  private String forget(CommandContext context) {
    Chat chat = context.chat();
    List<Subscription> all = subscriptions.of(chat.key());
    all.forEach(one -> subscriptions.remove(chat.key(), one.id()));
    subscriptions.forgetRemoved(chat.key());
    feeds.forget(chat);
    sent.forget(chat.key());
    feedback.forget(chat.key());
    inbox.forget(chat.id());
    chats.forget(chat.key());
    return context.text("forget.done");
  }
}
