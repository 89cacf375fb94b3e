package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Translations;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStateStore;
import dev.bongsu.subscription.ChatStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chats that are gone, come back, or move to another id. Their subscriptions are kept; the
/// messages for a chat that is gone wait until it is back.
public final class ChatLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ChatLifecycle.class);

  private final Database database;
  private final OutboxStore outbox;
  private final ChatStore chats;
  private final ChatStateStore presence;
  private final ChatMerger merger;
  private final SilentTopics topics;

  public ChatLifecycle(
      Database database,
      OutboxStore outbox,
      ChatStore chats,
      ChatStateStore presence,
      ChatMerger merger,
      SilentTopics topics) {
    this.database = database;
    this.outbox = outbox;
    this.chats = chats;
    this.presence = presence;
    this.merger = merger;
    this.topics = topics;
  }

  /// Marks a chat and its threads as gone: the platform accepts no messages for it. If a thread is
  /// gone, its chat stays. An unknown chat is ignored.
  public void onChatGone(ChatId chat, GoneReason why) {
    database.inTransaction(
        () -> {
          List<ChatKey> gone = presence.markGone(chat, why);
          for (ChatKey key : gone) {
            LOG.info("Chat {} is gone: {}", key.value(), why);
            outbox.wake(key);
          }
          merger.onGone();
          if (why.isFixableByAdmin() && chat.platform() == Platform.SLACK) {
            notifyContacts(chat, gone);
          }
        });
  }

  /// Sends a direct message to the person who set the bot up in a channel. On Slack, unlike on
  /// Telegram, a bot may write first to a person.
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
              Chat direct = chats.findOrCreate(own, language);
              String words = Translations.in(direct.locale().language()).text("channel.gone", link);
              outbox.addReply(direct.key(), new Message.Text(words));
            });
  }

  /// As [#onChatGone(ChatId, GoneReason)]; if a thread is gone, its chat gets a notice.
  void onChatGone(Chat chat, GoneReason why) {
    onChatGone(chat.id(), why);
    ChatId id = chat.id();
    if (why.isTopicOnly() && !id.thread().isEmpty()) {
      Chat parent = chats.findOrCreate(SilentTopics.parentId(id), chat.locale().language());
      boolean deleted = why == GoneReason.TOPIC_DELETED;
      outbox.addReply(parent.key(), topics.notice(parent, chat, deleted));
    }
  }

  /// The chat of an id that sent a message; created at its first one, active again if it was gone.
  ///
  /// @param language for a new chat
  public Chat onMessage(ChatId id, Locale language) {
    Chat chat = chats.findOrCreate(id, language);
    if (presence.isGone(chat.key())) {
      onChatReturned(id);
    }
    return chat;
  }

  /// Marks a chat as active again; its feeds are polled and its waiting messages are sent now.
  public void onChatReturned(ChatId chat) {
    database.inTransaction(
        () -> {
          for (ChatKey key : presence.markActive(chat)) {
            LOG.info("Chat {} is back", key.value());
            merger.onReturned(key);
            outbox.wake(key);
          }
        });
  }

  /// Gives a chat another id; its subscriptions, feeds, access and waiting messages go with it. If
  /// there is a chat of that id, the two are merged, and messages for the old chat are sent to the
  /// new one. Idempotent.
  public void onChatMoved(ChatId from, String channel) {
    database.inTransaction(
        () -> {
          merger.changeId(from, channel);
          presence
              .withThreads(from)
              .forEach(
                  place -> {
                    ChatId to =
                        new ChatId(from.platform(), from.workspace(), channel, place.thread());
                    moveChat(place.key(), to);
                  });
        });
  }

  private void moveChat(ChatKey from, ChatId to) {
    Optional<Chat> there = chats.find(to);
    LOG.info("Chat {} is now {}", from.value(), to);
    if (there.isEmpty()) {
      presence.changeChannel(from, to.channel());
    } else if (!there.get().key().equals(from)) {
      ChatKey target = there.get().key();
      presence.markActive(to);
      presence.changeChannel(target, to.channel());
      merger.merge(from, target);
      presence.markMoved(from);
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
