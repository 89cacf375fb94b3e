package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Translations;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStateStore;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chats that go, come back, and move to another id. What a chat asked for is kept through all of
/// it; what waits for a chat that is gone waits until it is back.
public final class ChatLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ChatLifecycle.class);

  private final OutboxTables tables;
  private final OutboxStore outbox;
  private final ChatStore chats;
  private final ChatStateStore presence;
  private final SubscriptionStore subscriptions;
  private final KeeperStore keepers;

  public ChatLifecycle(
      OutboxTables tables,
      OutboxStore outbox,
      ChatStore chats,
      ChatStateStore presence,
      SubscriptionStore subscriptions,
      KeeperStore keepers) {
    this.tables = tables;
    this.outbox = outbox;
    this.chats = chats;
    this.presence = presence;
    this.subscriptions = subscriptions;
    this.keepers = keepers;
  }

  /// The platform says that a chat cannot be written to any more; a chat that is unknown to us is
  /// nobody's business. With its threads, but for a thread that is gone alone.
  public void onChatGone(ChatId chat, GoneReason why) {
    tables
        .database()
        .inTransaction(
            () -> {
              List<ChatKey> gone = presence.markGone(chat, why);
              for (ChatKey key : gone) {
                LOG.info("Chat {} is gone: {}", key.value(), why);
                outbox.wake(key);
              }
              if (why.isFixableByAdmin() && chat.platform() == Platform.SLACK) {
                notifyContacts(chat, gone);
              }
            });
  }

  /// Who set the bot up in a channel hears of it once, in a message of their own: on Slack, unlike
  /// on Telegram, a bot may write first to whoever it knows.
  private void notifyContacts(ChatId channel, List<ChatKey> gone) {
    String team = channel.workspace().replaceFirst(".*/", "");
    String link =
        "https://slack.com/app_redirect?team=%s&channel=%s".formatted(team, channel.channel());
    gone.stream()
        .flatMap(key -> chats.contact(key).stream())
        .distinct()
        .forEach(
            person -> {
              ChatId own = new ChatId(Platform.SLACK, channel.workspace(), person, "");
              Locale language =
                  chats.find(channel).map(c -> c.locale().language()).orElse(Locale.ENGLISH);
              Chat told = chats.findOrCreate(own, language);
              String words = Translations.in(told.locale().language()).text("channel.gone", link);
              outbox.addReply(told.key(), new Message.Text(words));
            });
  }

  /// As [#onChatGone(ChatId, GoneReason)]; the chat around a thread is told that the thread is
  /// silent.
  void onChatGone(Chat chat, GoneReason why) {
    onChatGone(chat.id(), why);
    ChatId id = chat.id();
    if (why == GoneReason.TOPIC && !id.thread().isEmpty()) {
      ChatId around = new ChatId(id.platform(), id.workspace(), id.channel(), "");
      Chat told = chats.findOrCreate(around, chat.locale().language());
      String words = Translations.in(told.locale().language()).text("topic.closed", id.thread());
      outbox.addReply(told.key(), new Message.Text(words));
    }
  }

  /// The platform says that a chat can be written to again: what waited is sent now.
  public void onChatReturned(ChatId chat) {
    tables
        .database()
        .inTransaction(
            () -> {
              for (ChatKey key : presence.markActive(chat)) {
                LOG.info("Chat {} is back", key.value());
                outbox.wake(key);
              }
            });
  }

  /// The platform says that a chat has another id from now on: subscriptions, feeds and what waits
  /// go with it. If there is a chat of that id, the two become one, and what is on its way to the
  /// old one is sent to the new. Said twice, it is done once.
  public void onChatMoved(ChatId from, String channel) {
    tables
        .database()
        .inTransaction(
            () ->
                presence
                    .withThreads(from)
                    .forEach(
                        place -> {
                          ChatId to =
                              new ChatId(
                                  from.platform(), from.workspace(), channel, place.thread());
                          moveChat(place.key(), to);
                        }));
  }

  private void moveChat(ChatKey from, ChatId to) {
    Optional<Chat> there = chats.find(to);
    LOG.info("Chat {} is now {}", from.value(), to);
    if (there.isEmpty()) {
      presence.changeChannel(from, to.channel());
    } else if (!there.get().key().equals(from)) {
      ChatKey target = there.get().key();
      tables.queue().lock(target.value());
      tables.queue().revokeClaim(from.value());
      presence.markActive(to);
      subscriptions.move(from, target);
      keepers.move(from, target);
      tables.deliveries().moveAll(from.value(), target.value());
      presence.markMoved(from);
      outbox.wake(target);
    }
    outbox.wake(from);
  }

  boolean recordMissing(ChatKey chat) {
    return presence.recordMissing(chat);
  }

  void clearMissing(ChatKey chat) {
    presence.clearMissing(chat);
  }
}
