package dev.bongsu.command;

import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Reply;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.feed.FeedCounts;
import dev.bongsu.feed.FeedStatisticsStore;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// `/status` of the bot and of the chat.
public final class StatusCommands implements CommandGroup {
  private static final Duration WEEK = Duration.ofDays(7);

  private final FeedStatisticsStore feeds;
  private final SubscriptionStore subscriptions;
  private final SentAlertStore sent;
  private final InstantSource clock;

  public StatusCommands(
      FeedStatisticsStore feeds,
      SubscriptionStore subscriptions,
      SentAlertStore sent,
      InstantSource clock) {
    this.feeds = feeds;
    this.subscriptions = subscriptions;
    this.sent = sent;
    this.clock = clock;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.STATUS, (context, _) -> () -> status(context));
  }

  private Reply status(CommandContext context) {
    FeedCounts counts = feeds.counts(context.chat().key());
    List<Subscription> all = subscriptions.of(context.chat().key());
    long paused = all.stream().filter(one -> one.options().paused()).count();
    return Reply.of(
        context.text("status.feeds", counts.active(), counts.failing())
            + "\n"
            + context.text("status.chat", all.size(), paused)
            + "\n"
            + context.text(
                "status.alerts",
                sent.countSince(context.chat().key(), clock.instant().minus(WEEK)),
                sent.countWaiting(context.chat().key())));
  }
}
