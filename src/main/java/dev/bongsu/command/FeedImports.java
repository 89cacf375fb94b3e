package dev.bongsu.command;

import dev.bongsu.chat.Message;
import dev.bongsu.chat.Wording;
import dev.bongsu.command.FeedAdder.Outcome;
import dev.bongsu.command.FeedImportStore.Progress;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for the feeds of an import while the chat goes on, and says how far it is and what became
/// of them.
public final class FeedImports {
  private static final Logger LOG = LoggerFactory.getLogger(FeedImports.class);
  private static final int SAID_EVERY = 25;
  private static final int SHOWN = 10;
  private static final int MOST_CLAIMS = 5;

  private final Database database;
  private final FeedImportStore imports;
  private final FeedAdder adder;
  private final ChatStore chats;
  private final OutboxStore outbox;

  public FeedImports(
      Database database,
      FeedImportStore imports,
      FeedAdder adder,
      ChatStore chats,
      OutboxStore outbox) {
    this.database = database;
    this.imports = imports;
    this.adder = adder;
    this.chats = chats;
    this.outbox = outbox;
  }

  /// Looks for one feed. What breaks counts as a feed that cannot be read: the others go on.
  public void handle(WantedFeed feed) {
    Optional<Chat> chat = chats.get(feed.chat());
    if (chat.isPresent()) {
      Supplier<Outcome> adding = prepare(chat.get(), feed);
      database.inTransaction(
          () -> {
            if (imports.release(feed)) {
              imports.done(feed, adding.get());
              tell(chat.get());
            }
          });
    }
  }

  /// A chat keeps no feed any more, and gets none.
  void forget(Chat chat) {
    imports.forget(chat.key());
    adder.forget(chat);
  }

  private Supplier<Outcome> prepare(Chat chat, WantedFeed feed) {
    if (feed.claim().token() > MOST_CLAIMS) {
      return () -> Outcome.UNREADABLE;
    }
    try {
      return adder.prepare(chat, feed.address(), feed.owner());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Feed {} of an import failed", feed.claim().id(), e);
      return () -> Outcome.UNREADABLE;
    }
  }

  private void tell(Chat chat) {
    Progress progress = imports.progress(chat.key());
    Wording wording = Wording.in(chat.reader().language());
    if (progress.waiting() == 0) {
      imports.forget(chat.key());
      outbox.addReply(chat.key(), new Message.Text(ended(wording, progress)));
    } else if (progress.handled() % SAID_EVERY == 0) {
      int all = progress.handled() + progress.waiting();
      String words = wording.say("import.progress", progress.handled(), all);
      outbox.addReply(chat.key(), new Message.Text(words));
    }
  }

  private static String ended(Wording wording, Progress progress) {
    StringBuilder words =
        new StringBuilder(
            wording.say("import.feeds", progress.of(Outcome.ADDED), progress.of(Outcome.KNOWN)));
    if (progress.of(Outcome.TOMORROW) > 0) {
      words.append('\n').append(wording.say("import.tomorrow", progress.of(Outcome.TOMORROW)));
    }
    if (!progress.unreadable().isEmpty()) {
      words.append('\n').append(wording.say("import.unreadable", progress.unreadable().size()));
      progress.unreadable().stream()
          .limit(SHOWN)
          .forEach(address -> words.append("\n• ").append(BlankText.excerpt(address)));
    }
    return words.toString();
  }
}
