package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.OperatorReporter;
import dev.bongsu.chat.Translations;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports problems to the operator: in the log, and in the chat of `bongsu.operator.chat`.
public final class OperatorNotices implements OperatorReporter {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorNotices.class);

  private final OperatorNoticeStore notices;
  private final OutboxStore outbox;
  private final ChatStore chats;
  private final @Nullable ChatId operator;

  public OperatorNotices(
      Database database,
      InstantSource clock,
      OutboxStore outbox,
      ChatStore chats,
      OperatorSettings settings) {
    this.notices = new OperatorNoticeStore(database, clock);
    this.outbox = outbox;
    this.chats = chats;
    this.operator = settings.id();
  }

  @Override
  public void report(OperatorNotice notice, String subject, String detail) {
    try {
      if (notices.add(notice, subject, detail)) {
        send(notice.code(), subject, detail, 1);
      }
    } catch (RuntimeException e) {
      LOG.warn("Operator notice: {} {} {}", notice.code(), subject, detail);
      LOG.error("Operator notice {} not stored, only logged", notice.code(), e);
    }
  }

  /// Sends the pending notices whose hour is over. To be called regularly.
  public void sendPending() {
    notices
        .takePending()
        .forEach(each -> send(each.kind(), each.subject(), each.detail(), each.count()));
  }

  private void send(String kind, String subject, String detail, int times) {
    LOG.warn("Operator notice: {} {} {} (times: {})", kind, subject, detail, times);
    if (operator != null) {
      Chat chat =
          chats.find(operator).orElseGet(() -> chats.findOrCreate(operator, Locale.getDefault()));
      Translations wording = Translations.in(chat.locale().language());
      String key = "operator." + kind;
      String words =
          subject.isBlank()
              ? wording.text(key, detail, times)
              : wording.text(key, detail, subject, times);
      outbox.addReply(chat.key(), new Message.Text(words));
    }
  }
}
