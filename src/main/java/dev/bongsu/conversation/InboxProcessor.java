package dev.bongsu.conversation;

import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.ReplyMode;
import dev.bongsu.chat.Translations;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.inbox.ClaimedInbound;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.WorkHandler;
import dev.bongsu.storage.WorkQueue;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the command of an inbox message and stores the reply, the same on every platform.
///
/// The effect and the reply are stored in the transaction that marks the message as done: after a
/// crash before it the message is handled again, after it never.
public final class InboxProcessor implements WorkHandler<ClaimedInbound> {
  private static final Logger LOG = LoggerFactory.getLogger(InboxProcessor.class);
  private static final int MAX_ATTEMPTS = 3;
  private static final int MAX_CLAIMS = 12;
  private static final int MAX_SET_ASIDE_PER_SENDER = 20;
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  private final Database database;
  private final InboxStore inbox;
  private final OutboxStore outbox;
  private final ChatStore chats;
  private final ChatLifecycle lifecycle;
  private final CommandRouter router;
  private final InstantSource clock;

  public InboxProcessor(
      Database database,
      InboxStore inbox,
      OutboxStore outbox,
      ChatStore chats,
      ChatLifecycle lifecycle,
      CommandRouter router,
      InstantSource clock) {
    this.database = database;
    this.inbox = inbox;
    this.outbox = outbox;
    this.chats = chats;
    this.lifecycle = lifecycle;
    this.router = router;
    this.clock = clock;
  }

  @Override
  public WorkQueue<ClaimedInbound> queue() {
    return inbox;
  }

  /// Handles a message. After a failure it is retried, and finally answered with an apology.
  @Override
  public void handle(ClaimedInbound received) {
    handle(received, router::route);
  }

  /// The same for messages that were set aside.
  public WorkHandler<ClaimedInbound> setAside() {
    return new WorkHandler<>() {
      @Override
      public WorkQueue<ClaimedInbound> queue() {
        return inbox.slow();
      }

      @Override
      public void handle(ClaimedInbound received) {
        InboxProcessor.this.handle(
            received, (chat, inbound) -> Optional.of(router.routeSetAside(chat, inbound)));
      }
    };
  }

  private void handle(
      ClaimedInbound received, BiFunction<Chat, Inbound, Optional<PendingReply>> route) {
    if (received.claim().token() > MAX_CLAIMS) {
      LOG.error(
          "Inbox {} failed: claimed {} times without an answer", received.claim().id(), MAX_CLAIMS);
      inbox.markFailed(received, "the process ended during each of its attempts");
      return;
    }
    try {
      Inbound inbound = received.inbound();
      Chat chat = lifecycle.onMessage(inbound.chat(), inbound.language());
      Optional<PendingReply> answer = route.apply(chat, inbound);
      if (answer.isPresent()
          && answer.get().isTooLong()
          && inbox.setAside(received, MAX_SET_ASIDE_PER_SENDER)) {
        return;
      }
      database.inTransaction(
          () -> {
            if (inbox.markDone(received) && answer.isPresent()) {
              chats.setContact(chat.key(), inbound.sender());
              reply(chat, inbound, answer.get().commit());
            }
          });
    } catch (Throwable e) {
      logFailure(received, e);
      handleFailure(received, e.getClass().getSimpleName());
    }
  }

  /// One line for a database without a free connection: the trace would say nothing.
  private static void logFailure(ClaimedInbound received, Throwable problem) {
    long id = received.claim().id();
    if (Database.isCauseOf(problem)) {
      LOG.warn("Inbox {} not handled, tried again: the database failed, or was too busy", id);
    } else {
      LOG.error("Inbox {} could not be handled", id, problem);
    }
  }

  private void handleFailure(ClaimedInbound received, String reason) {
    if (received.failedAttempts() + 1 < MAX_ATTEMPTS) {
      inbox.defer(received, clock.instant().plus(RETRY_DELAY), reason);
      return;
    }
    Inbound inbound = received.inbound();
    Chat chat = lifecycle.onMessage(inbound.chat(), inbound.language());
    database.inTransaction(
        () -> {
          if (inbox.markFailed(received, reason)) {
            String words = Translations.in(chat.locale().language()).text("trouble.ours");
            reply(chat, inbound, Reply.of(words));
          }
        });
  }

  private void reply(Chat chat, Inbound inbound, Reply reply) {
    if (reply.text().isBlank()) {
      return;
    }
    ReplyMode mode = ReplyModes.of(inbound, reply.destination());
    outbox.addReply(chat.key(), new Message.Text(reply.text(), reply.buttons(), mode));
    reply.followUps().forEach(text -> outbox.addReply(chat.key(), followUp(text, mode)));
  }

  /// A further message is a new one, even if the first replaced another.
  private static Message.Text followUp(String text, ReplyMode first) {
    boolean ephemeral = first.kind() == ReplyMode.Kind.MESSAGE && !first.visibleOnlyTo().isEmpty();
    ReplyMode mode =
        ephemeral
            ? new ReplyMode(ReplyMode.Kind.MESSAGE, "", "", first.visibleOnlyTo())
            : ReplyMode.NEW_MESSAGE;
    return new Message.Text(text, List.of(), mode);
  }
}
