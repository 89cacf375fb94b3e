package dev.bongsu.pipeline;

import dev.bongsu.chat.Message;
import dev.bongsu.chat.Wording;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedNotice;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.subscription.ChatStore;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a feed's keepers what they should know about it, each in the chat's language.
public final class FeedNotices {
  private static final Logger LOG = LoggerFactory.getLogger(FeedNotices.class);

  private final FeedStore feeds;
  private final ChatStore chats;
  private final OutboxStore outbox;

  public FeedNotices(FeedStore feeds, ChatStore chats, OutboxStore outbox) {
    this.feeds = feeds;
    this.chats = chats;
    this.outbox = outbox;
  }

  /// Puts what is to be said after a poll into the outbox, in the caller's transaction.
  void tell(Feed feed) {
    feeds.notice(feed).ifPresent(this::tell);
  }

  private void tell(FeedNotice notice) {
    String key = "notice.feed." + notice.kind().name().toLowerCase(Locale.ROOT);
    LOG.warn("{}: {}", notice.feed(), Wording.in(Locale.ENGLISH).say(key, "it"));
    notice.keepers().stream()
        .flatMap(keeper -> chats.get(keeper).stream())
        .forEach(
            chat -> {
              Wording wording = Wording.in(chat.reader().language());
              String text = wording.say(key, notice.feed().displayName());
              outbox.addReply(chat.key(), new Message.Text(text));
            });
  }
}
