package dev.bongsu.command;

import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.Reply;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.delivery.SilentTopics;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Map;

/// The buttons about a topic that was closed or deleted: its subscriptions move to the group, or
/// end. The context's chat is the topic.
public final class SilentTopicCommands implements CommandGroup {
  private final SilentTopics topics;
  private final SubscriptionStore subscriptions;
  private final FeedImporter feeds;
  private final SentAlertStore sent;

  public SilentTopicCommands(
      SilentTopics topics,
      SubscriptionStore subscriptions,
      FeedImporter feeds,
      SentAlertStore sent) {
    this.topics = topics;
    this.subscriptions = subscriptions;
    this.feeds = feeds;
    this.sent = sent;
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        SilentTopics.MOVE_VERB, new ButtonHandler(true, (context, _) -> () -> move(context)),
        SilentTopics.END_VERB, new ButtonHandler(true, (context, _) -> () -> end(context)));
  }

  private Reply move(CommandContext context) {
    int count = topics.moveToParent(context.chat());
    return count == 0
        ? Reply.note(context.text("press.gone"))
        : Reply.of(context.text("topic.moved", context.chat().id().thread(), count)).inPlace();
  }

  private Reply end(CommandContext context) {
    List<Subscription> all = subscriptions.of(context.chat().key());
    if (all.isEmpty()) {
      return Reply.note(context.text("press.gone"));
    }
    all.forEach(one -> subscriptions.remove(context.chat().key(), one.id()));
    feeds.forget(context.chat());
    sent.forget(context.chat().key());
    return Reply.of(context.text("topic.ended", context.chat().id().thread(), all.size()))
        .inPlace();
  }
}
