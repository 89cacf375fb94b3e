package dev.bongsu.command;

import dev.bongsu.chat.Message;
import dev.bongsu.chat.Translations;
import dev.bongsu.command.FeedImportStore.Outcome;
import dev.bongsu.command.FeedImportStore.Progress;
import dev.bongsu.conversation.InputText;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.WorkHandler;
import dev.bongsu.storage.WorkQueue;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Discovers the feeds of an import in the background, and reports progress and outcome to the
/// chat.
public final class FeedImporter implements WorkHandler<FeedImportItem> {
  private static final Logger LOG = LoggerFactory.getLogger(FeedImporter.class);
  private static final int PROGRESS_EVERY = 25;
  private static final int MAX_SHOWN = 10;
  private static final int MAX_CLAIMS = 5;

  private final Database database;
  private final FeedImportStore imports;
  private final FeedAdder adder;
  private final ChatStore chats;
  private final OutboxStore outbox;

  public FeedImporter(
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

  @Override
  public WorkQueue<FeedImportItem> queue() {
    return imports;
  }

  /// Discovers one feed. An unexpected error counts as an unreadable feed; the others continue.
  @Override
  public void handle(FeedImportItem feed) {
    Optional<Chat> chat = chats.get(feed.chat());
    if (chat.isPresent()) {
      Supplier<Outcome> adding = prepare(chat.get(), feed);
      database.inTransaction(
          () -> {
            if (imports.complete(feed, adding)) {
              reportProgress(chat.get());
            }
          });
    }
  }

  /// Deletes a chat's import and removes it as keeper of all feeds.
  void forget(Chat chat) {
    imports.forget(chat.key());
    adder.forget(chat);
  }

  private Supplier<Outcome> prepare(Chat chat, FeedImportItem feed) {
    if (feed.claim().token() > MAX_CLAIMS) {
      return () -> Outcome.UNREADABLE;
    }
    try {
      Supplier<FeedAddition> adding = adder.prepare(chat, feed.address(), feed.byOwner());
      return () -> outcome(adding.get());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Import item {} failed; it is counted as unreadable", feed.claim().id(), e);
      return () -> Outcome.UNREADABLE;
    }
  }

  private static Outcome outcome(FeedAddition addition) {
    return switch (addition) {
      case FeedAddition.New _, FeedAddition.Known _ -> Outcome.ADDED;
      case FeedAddition.AlreadyAdded _ -> Outcome.ALREADY_ADDED;
      case FeedAddition.QuotaExceeded _ -> Outcome.QUOTA_EXCEEDED;
      case FeedAddition.NotAllowed _,
          FeedAddition.BadAddress _,
          FeedAddition.NotFound _,
          FeedAddition.Choice _ ->
          Outcome.UNREADABLE;
    };
  }

  private void reportProgress(Chat chat) {
    Progress progress = imports.progress(chat.key());
    Translations wording = Translations.in(chat.locale().language());
    if (progress.waiting() == 0) {
      imports.forget(chat.key());
      outbox.addReply(chat.key(), new Message.Text(summaryText(wording, progress)));
    } else if (progress.finished() % PROGRESS_EVERY == 0) {
      int all = progress.finished() + progress.waiting();
      String words = wording.text("import.progress", progress.finished(), all);
      outbox.addReply(chat.key(), new Message.Text(words));
    }
  }

  private static String summaryText(Translations wording, Progress progress) {
    StringBuilder words =
        new StringBuilder(
            wording.text(
                "import.feeds", progress.of(Outcome.ADDED), progress.of(Outcome.ALREADY_ADDED)));
    if (progress.of(Outcome.QUOTA_EXCEEDED) > 0) {
      words
          .append('\n')
          .append(wording.text("import.tomorrow", progress.of(Outcome.QUOTA_EXCEEDED)));
    }
    if (!progress.unreadable().isEmpty()) {
      words.append('\n').append(wording.text("import.unreadable", progress.unreadable().size()));
      progress.unreadable().stream()
          .limit(MAX_SHOWN)
          .forEach(address -> words.append("\n• ").append(InputText.excerpt(address)));
    }
    return words.toString();
  }
}
