package dev.bongsu.pipeline;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.ArticleSettings;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OperatorNotices;
import dev.bongsu.delivery.OperatorSettings;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.util.unit.DataSize;

/// A [HealthMonitor] over one database, and what it reports.
final class HealthMonitorFixture implements AutoCloseable {
  final TestDatabase database;
  final TestClock clock = new TestClock();
  final StorageMonitor storage;
  final HealthMonitor monitor;
  private final ChatStore chats;
  private final OutboxStore outbox;
  private final InboxStore inbox;

  HealthMonitorFixture(TestDatabase database) {
    this.database = database;
    Database base = database.database();
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    HttpSettings http =
        new HttpSettings(List.of(), Duration.ZERO, DataSize.ofMegabytes(1), Duration.ofSeconds(1));
    this.chats = new ChatStore(base, clock);
    this.outbox =
        new OutboxStore(
            base,
            clock,
            database.nudges(),
            new ChatQueueStore(base, clock, leases),
            new DeliveryStore(base, clock));
    this.inbox = new InboxStore(base, clock, leases, database.nudges());
    this.storage = new StorageMonitor(base, clock);
    this.monitor =
        new HealthMonitor(
            new OperatorNotices(base, clock, outbox, chats, new OperatorSettings("")),
            storage,
            new ArticleQueueStore(
                base,
                clock,
                leases,
                new HostStore(base, clock, http),
                new ArticleSettings(Duration.ofSeconds(45))),
            outbox,
            inbox);
  }

  void addReply() {
    ChatId chat = new ChatId(Platform.TELEGRAM, "", "1", "");
    outbox.addReply(chats.findOrCreate(chat, Locale.ENGLISH).key(), new Message.Text("hello"));
  }

  void receive() {
    ChatId chat = new ChatId(Platform.TELEGRAM, "", "1", "");
    inbox.receive(new Inbound(chat, "u1", "1", "/list", Locale.ENGLISH));
  }

  /// Kind, subject and detail of the notices so far.
  List<String> notices() {
    return database
        .database()
        .read()
        .sql("select kind, subject, detail from operator_notice order by kind, subject")
        .query(
            (row, _) ->
                "%s %s %s"
                    .formatted(
                        row.getString("kind"), row.getString("subject"), row.getString("detail")))
        .list();
  }

  @Override
  public void close() {
    database.close();
  }
}
