package dev.bongsu.pipeline;

import dev.bongsu.chat.Message;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.OperatorReporter;
import dev.bongsu.chat.Translations;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedNotice;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.FeedYieldStore;
import dev.bongsu.subscription.ChatStore;
import java.util.Locale;
import java.util.stream.Collectors;

/// Notifies a feed's keepers of its problems, each in the chat's language, and the operator.
public final class FeedNotices {
  private static final int MAX_NAMED = 30;

  private final FeedStore feeds;
  private final FeedYieldStore yields;
  private final ChatStore chats;
  private final OutboxStore outbox;
  private final OperatorReporter operator;

  public FeedNotices(
      FeedStore feeds,
      FeedYieldStore yields,
      ChatStore chats,
      OutboxStore outbox,
      OperatorReporter operator) {
    this.feeds = feeds;
    this.yields = yields;
    this.chats = chats;
    this.outbox = outbox;
    this.operator = operator;
  }

  /// Adds the notices after a poll to the outbox, in the caller's transaction.
  void notifyKeepers(Feed feed) {
    feeds.claimNotice(feed).ifPresent(this::notifyKeepers);
  }

  private void notifyKeepers(FeedNotice notice) {
    String key = "notice.feed." + notice.kind().name().toLowerCase(Locale.ROOT);
    String notified = String.valueOf(notice.keepers().size());
    operator.report(operatorNotice(notice.kind()), notice.feed().toString(), notified);
    notice.keepers().stream()
        .flatMap(keeper -> chats.get(keeper).stream())
        .forEach(
            chat -> {
              Translations wording = Translations.in(chat.locale().language());
              String text = wording.text(key, notice.feed().displayName());
              outbox.addReply(chat.key(), new Message.Text(text));
            });
  }

  /// Names the feeds to the operator that bring nothing any more. To be called once a day.
  void reportIdle() {
    yields.claimIdle(
        idle -> {
          String names =
              idle.stream()
                  .limit(MAX_NAMED)
                  .map(Feed::displayName)
                  .collect(Collectors.joining(", "));
          int more = idle.size() - MAX_NAMED;
          operator.report(
              OperatorNotice.FEED_IDLE, "", more > 0 ? "%s … (+%d)".formatted(names, more) : names);
        });
  }

  private static OperatorNotice operatorNotice(FeedNotice.Kind kind) {
    return switch (kind) {
      case GONE -> OperatorNotice.FEED_DEAD;
      case FAILING -> OperatorNotice.FEED_FAILING;
    };
  }
}
