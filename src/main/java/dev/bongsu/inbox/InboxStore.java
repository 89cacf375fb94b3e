package dev.bongsu.inbox;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.storage.Backlog;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.WorkQueue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The table `inbox`: messages to the bot, stored before they are acknowledged.
public final class InboxStore implements WorkQueue<ClaimedInbound> {
  /// The table that is nudged when a message is stored.
  public static final String TABLE = InboxRow.TABLE;

  private static final Logger LOG = LoggerFactory.getLogger(InboxStore.class);

  private final Database database;
  private final InstantSource clock;
  private final Nudges nudges;
  private final Claims claims;
  private final SlowInboxStore slow;

  public InboxStore(Database database, InstantSource clock, LeaseSettings leases, Nudges nudges) {
    this.database = database;
    this.clock = clock;
    this.nudges = nudges;
    this.claims = new Claims(database, clock, leases, TABLE, "id");
    this.slow = new SlowInboxStore(database, clock, claims);
  }

  /// Stores a message. Once this returns, the message will be answered.
  ///
  /// @return false if the platform delivered this update before
  public boolean receive(Inbound inbound) {
    return receive(inbound, () -> true);
  }

  /// Stores a message, unless it came too late.
  ///
  /// @param stillWanted called once, right before the commit
  /// @return false if the platform delivered this update before
  /// @throws TooLateException if it was not wanted any more: nothing is stored
  public boolean receive(Inbound inbound, BooleanSupplier stillWanted) {
    return database.inTransaction(
        () -> {
          boolean isNew = insert(inbound, "waiting", "");
          if (!stillWanted.getAsBoolean()) {
            throw new TooLateException();
          }
          nudges.nudge(TABLE);
          return isNew;
        });
  }

  /// Stores an update that could not be parsed, so that it is neither lost nor retried for ever.
  ///
  /// @param inbound the known parts of it, with the raw update as text
  public void receiveUnreadable(Inbound inbound, String reason) {
    LOG.error(
        "Update {} of {} not parsed ({}); stored as failed",
        inbound.updateId(),
        inbound.chat().platform(),
        reason);
    insert(inbound, "failed", reason);
  }

  private boolean insert(Inbound inbound, String state, String reason) {
    String sql =
        """
        insert into inbox (platform, workspace, channel, thread, update_id, sender, text, language,
          kind, message_id, callback, received_ms, due_ms, state, reason)
        values (:platform, :workspace, :channel, :thread, :update, :sender, :text, :language,
          :kind, :message, :callback, :now, :now, :state, :reason)
        on conflict (platform, workspace, update_id) do nothing
        """;
    ChatId chat = inbound.chat();
    return database
            .write()
            .sql(sql)
            .param("platform", chat.platform().code())
            .param("workspace", chat.workspace())
            .param("channel", chat.channel())
            .param("thread", chat.thread())
            .param("update", inbound.updateId())
            .param("sender", inbound.sender())
            .param("text", inbound.text())
            .param("language", inbound.language().toLanguageTag())
            .param("kind", inbound.source().kind().name().toLowerCase(Locale.ROOT))
            .param("message", inbound.source().messageId())
            .param("callback", inbound.source().callback())
            .param("now", clock.millis())
            .param("state", state)
            .param("reason", reason)
            .update()
        == 1;
  }

  @Override
  public String table() {
    return TABLE;
  }

  /// Claims messages that wait for an answer: of each chat only the oldest, so that a chat is
  /// answered in order. In the order they came.
  @Override
  public List<ClaimedInbound> claim(int max) {
    String select =
        """
        select id from inbox where id in (
          select min(id) from inbox where state = 'waiting'
          group by platform, workspace, channel, thread)
        and state = 'waiting' and due_ms <= :now and lease_until_ms <= :now order by id limit :limit
        """;
    return claims.claim(select, Map.of("limit", max), InboxRow::received).stream()
        .sorted(Comparator.comparingLong(received -> received.claim().id()))
        .toList();
  }

  /// Sets a message aside, because its answer needs a long time: the chat goes on meanwhile.
  ///
  /// @return false if the sender has too many of them: nothing is changed
  public boolean setAside(ClaimedInbound received, int maxPerSender) {
    return database.inTransaction(
        () -> {
          if (slow.countFrom(received.inbound()) >= maxPerSender) {
            return false;
          }
          if (finish(received, SlowInboxStore.STATE, "")) {
            nudges.nudge(TABLE);
          }
          return true;
        });
  }

  /// The messages that were set aside.
  public SlowInboxStore slow() {
    return slow;
  }

  /// Deletes the texts and senders of a chat, and ends what was set aside. The updates' ids are
  /// kept: a platform may deliver them again.
  public void forget(ChatId chat) {
    String sql =
        """
        update inbox set text = '', sender = '', callback = '',
          lease_until_ms = 0, state = case when state = 'slow' then 'done' else state end
        where platform = :platform
        and workspace = :workspace and channel = :channel and thread = :thread
        and state <> 'waiting'
        """;
    database
        .write()
        .sql(sql)
        .param("platform", chat.platform().code())
        .param("workspace", chat.workspace())
        .param("channel", chat.channel())
        .param("thread", chat.thread())
        .update();
  }

  /// Gives the messages of a chat that wait for an answer to its new id.
  public void moveChat(ChatId from, String channel) {
    database
        .write()
        .sql(
            "update inbox set channel = :to where platform = :platform and workspace = :workspace"
                + " and channel = :from and state in ('waiting', 'slow')")
        .param("to", channel)
        .param("platform", from.platform().code())
        .param("workspace", from.workspace())
        .param("from", from.channel())
        .update();
    nudges.nudge(TABLE);
  }

  /// The messages that wait for an answer.
  public Backlog backlog() {
    return database.backlog(
        "select count(*) as waiting, min(received_ms) as oldest from inbox where state = 'waiting'",
        clock.instant());
  }

  /// Deletes messages that were received before a time, except those that wait.
  ///
  /// @return how many; 0 if there are no more
  public int deleteOlderThan(Instant time, int max) {
    String sql =
        """
        delete from inbox where id in (
          select id from inbox
          where state <> 'waiting' and state <> 'slow' and received_ms < :time
          order by received_ms limit :limit)
        """;
    return database
        .write()
        .sql(sql)
        .param("time", time.toEpochMilli())
        .param("limit", max)
        .update();
  }

  /// How many updates could not be handled and are kept for inspection.
  public long countFailed() {
    return database
        .read()
        .sql("select count(*) from inbox where state = 'failed'")
        .query((row, _) -> row.getLong(1))
        .single();
  }

  @Override
  public boolean renew(ClaimedInbound received) {
    return claims.renew(received.claim());
  }

  @Override
  public void release(ClaimedInbound received) {
    claims.release(received.claim());
  }

  /// Marks a message as answered. Call it first in the transaction that stores the effect.
  ///
  /// @return false if the claim was lost: the effect must not be stored
  public boolean markDone(ClaimedInbound received) {
    return finish(received, "done", "");
  }

  /// Marks a message as failed. Call it first in the transaction that stores the apology.
  public boolean markFailed(ClaimedInbound received, String reason) {
    return finish(received, "failed", reason);
  }

  /// Counts a failed answer and retries it later.
  public void defer(ClaimedInbound received, Instant due, String reason) {
    database.inTransaction(
        () -> {
          if (claims.release(received.claim())) {
            database
                .write()
                .sql(
                    "update inbox set attempts = attempts + 1, due_ms = :due, reason = :reason"
                        + " where id = :id")
                .param("due", due.toEpochMilli())
                .param("reason", reason)
                .param("id", received.claim().id())
                .update();
          }
        });
  }

  private boolean finish(ClaimedInbound received, String state, String reason) {
    if (!claims.release(received.claim())) {
      return false;
    }
    database
        .write()
        .sql("update inbox set state = :state, reason = :reason where id = :id")
        .param("state", state)
        .param("reason", reason)
        .param("id", received.claim().id())
        .update();
    return true;
  }

  /// The message came too late to be stored.
  public static final class TooLateException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
