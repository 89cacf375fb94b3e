package dev.bongsu.command;

import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Wording;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a command, does it and answers, the same on every platform.
///
/// The effect and the reply are stored in the transaction that marks the words as answered: a crash
/// before it answers again, after it never.
public final class Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_CLAIMS = 12;
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final List<String> LANGUAGES = List.of("ko", "en");

  private final Database database;
  private final InboxStore inbox;
  private final OutboxStore outbox;
  private final ChatStore chats;
  private final SubscriptionCommands subscriptions;
  private final FeedCommands feeds;
  private final InstantSource clock;

  public Conversation(
      Database database,
      InboxStore inbox,
      OutboxStore outbox,
      ChatStore chats,
      SubscriptionCommands subscriptions,
      FeedCommands feeds,
      InstantSource clock) {
    this.database = database;
    this.inbox = inbox;
    this.outbox = outbox;
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.feeds = feeds;
    this.clock = clock;
  }

  /// Answers what was said. Whatever goes wrong, the words are answered later or with an apology.
  public void answer(Received received) {
    if (received.claim().token() > MOST_CLAIMS) {
      LOG.error("Inbox {} is given up: it was taken up and never finished", received.claim().id());
      inbox.failed(received, "the process ended during each of its attempts");
      return;
    }
    try {
      Inbound inbound = received.inbound();
      Chat chat = chats.meet(inbound.chat(), inbound.language());
      Answer answer = prepare(chat, Command.parse(inbound.text()));
      database.inTransaction(
          () -> {
            if (inbox.done(received)) {
              outbox.addReply(chat.key(), new Message.Text(answer.commit()));
            }
          });
    } catch (Throwable e) {
      LOG.error("Inbox {} could not be answered", received.claim().id(), e);
      recover(received, e.getClass().getSimpleName());
    }
  }

  private void recover(Received received, String reason) {
    if (received.attempts() + 1 < MOST_ATTEMPTS) {
      inbox.later(received, clock.instant().plus(WAIT), reason);
      return;
    }
    Inbound inbound = received.inbound();
    Chat chat = chats.meet(inbound.chat(), inbound.language());
    database.inTransaction(
        () -> {
          if (inbox.failed(received, reason)) {
            outbox.addReply(chat.key(), new Message.Text(wording(chat).say("trouble.ours")));
          }
        });
  }

  private Answer prepare(Chat chat, Command command) {
    Wording wording = wording(chat);
    return switch (command) {
      case Command.Start() -> () -> wording.say("start");
      case Command.Help() -> () -> wording.say("help");
      case Command.Subscribe(String query) -> subscriptions.subscribe(chat, wording, query);
      case Command.Unsubscribe(String which) -> subscriptions.unsubscribe(chat, wording, which);
      case Command.ListSubscriptions() -> subscriptions.list(chat, wording);
      case Command.ListFeeds() -> feeds.list(chat, wording);
      case Command.AddFeed(String address) -> feeds.add(chat, wording, address);
      case Command.RemoveFeed(String which) -> feeds.remove(chat, wording, which);
      case Command.Speak(String language) -> speak(chat, wording, language);
      case Command.Unknown(String name) -> () -> unknown(wording, name);
      case Command.Chatter() -> () -> wording.say("chatter");
    };
  }

  private Answer speak(Chat chat, Wording wording, String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    if (!LANGUAGES.contains(tag)) {
      return () -> wording.say("language.unknown");
    }
    Locale chosen = Locale.forLanguageTag(tag);
    return () -> {
      chats.speak(chat.key(), chosen);
      return Wording.in(chosen).say("language.done");
    };
  }

  private static String unknown(Wording wording, String name) {
    String typed = BlankText.excerpt(name);
    return CommandName.nearest(name)
        .map(near -> wording.say("command.near", typed, near))
        .orElseGet(() -> wording.say("command.unknown", typed));
  }

  private static Wording wording(Chat chat) {
    return Wording.in(chat.reader().language());
  }
}
