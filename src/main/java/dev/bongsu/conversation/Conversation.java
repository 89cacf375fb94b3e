package dev.bongsu.conversation;

import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Manner;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Wording;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.inbox.Received;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  private final Database database;
  private final InboxStore inbox;
  private final OutboxStore outbox;
  private final ChatStore chats;
  private final Reception reception;
  private final InstantSource clock;

  public Conversation(
      Database database,
      InboxStore inbox,
      OutboxStore outbox,
      ChatStore chats,
      Reception reception,
      InstantSource clock) {
    this.database = database;
    this.inbox = inbox;
    this.outbox = outbox;
    this.chats = chats;
    this.reception = reception;
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
      Optional<Answer> answer = reception.receive(chat, inbound);
      database.inTransaction(
          () -> {
            if (inbox.done(received) && answer.isPresent()) {
              chats.careFor(chat.key(), inbound.sender());
              reply(chat, inbound, answer.get().commit());
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
            String words = Wording.in(chat.reader().language()).say("trouble.ours");
            reply(chat, inbound, Reply.of(words));
          }
        });
  }

  private void reply(Chat chat, Inbound inbound, Reply reply) {
    if (reply.text().isBlank()) {
      return;
    }
    Manner manner = Manners.of(inbound, reply.place());
    outbox.addReply(chat.key(), new Message.Text(reply.text(), reply.buttons(), manner));
    reply.more().forEach(text -> outbox.addReply(chat.key(), more(text, manner)));
  }

  /// A further message stands behind the first, whatever that took the place of.
  private static Message.Text more(String text, Manner first) {
    boolean whole = first.kind() == Manner.Kind.MESSAGE && !first.onlyFor().isEmpty();
    Manner manner = whole ? new Manner(Manner.Kind.MESSAGE, "", "", first.onlyFor()) : Manner.PLAIN;
    return new Message.Text(text, List.of(), manner);
  }
}
