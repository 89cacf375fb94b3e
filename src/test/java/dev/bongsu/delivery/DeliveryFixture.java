package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.fail;

import dev.bongsu.alert.AlertButtons;
import dev.bongsu.alert.AlertStore;
import dev.bongsu.alert.AlertWriter;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.ArticleSettings;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Secret;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.ChatStateStore;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The outbox with all its parts on one database; a test moves the clock and turns it by hand.
final class DeliveryFixture implements AutoCloseable {
  static final LeaseSettings LEASES = new LeaseSettings(Duration.ofSeconds(60));
  static final DeliverySettings DEFAULTS =
      new DeliverySettings(
          60, Duration.ofSeconds(60), 30, Duration.ofSeconds(1), 20, Duration.ofSeconds(1));

  /// So fast that a test need not think of it.
  static final DeliverySettings FAST =
      new DeliverySettings(
          1000, Duration.ofSeconds(60), 1000, Duration.ZERO, 1_000_000, Duration.ZERO);

  /// More sends than the longest digest takes.
  private static final int MAX_SENDS = 100;

  final TestDatabase database;
  final TestClock clock;
  final TestRows rows;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final TokenRateLimiter limiter;
  private final ChatQueueStore queue;
  private final DeliveryStore deliveries;
  final OutboxStore outbox;
  final ChatStore chats;
  final SubscriptionStore subscriptions;
  final ChatLifecycle lifecycle;
  final OperatorNotices notices;
  final DeadLetterStore deadLetters;
  private final DeliverySettings settings;
  private final AlertWriter alerts;

  DeliveryFixture(TestDatabase database, DeliverySettings settings) {
    this(database, settings, new TestClock(), "");
  }

  DeliveryFixture(
      TestDatabase database, DeliverySettings settings, TestClock clock, String operator) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.rows = new TestRows(database, clock);
    Database base = database.database();
    this.limiter = new TokenRateLimiter(base, clock, settings);
    this.queue = new ChatQueueStore(base, clock, LEASES);
    this.deliveries = new DeliveryStore(base, clock);
    this.outbox = new OutboxStore(base, clock, database.nudges(), queue, deliveries);
    this.chats = new ChatStore(base, clock);
    this.subscriptions = new SubscriptionStore(base, clock);
    this.lifecycle =
        new ChatLifecycle(
            base,
            outbox,
            chats,
            new ChatStateStore(base, clock),
            subscriptions,
            new KeeperStore(base));
    this.notices = new OperatorNotices(base, clock, outbox, chats, new OperatorSettings(operator));
    this.deadLetters = new DeadLetterStore(base, clock, outbox);
    this.alerts =
        new AlertWriter(
            new ArticleStore(
                base, clock, new ArticleSettings(Duration.ofSeconds(45)), database.nudges()),
            new AlertStore(base),
            new AlertButtons(new ButtonSigner(new Secret("key"), clock)));
  }

  /// The part that sends, as one process has it.
  ChatDelivery delivery(ChatSender... senders) {
    Database base = database.database();
    List<ChatSender> all = List.of(senders);
    DeliveryDispatcher dispatcher =
        new DeliveryDispatcher(base, queue, deliveries, limiter, chats, all, settings);
    return new ChatDelivery(
        base,
        new ClaimPolicy(clock, LEASES.duration(), () -> true),
        dispatcher,
        all,
        new DeliveryRenderer(alerts, deliveries),
        new OutcomeRecorder(clock, dispatcher, queue, deliveries, limiter, lifecycle, settings),
        new OutcomeReporter(deliveries, notices, new DeliveryMetrics(meters, clock)));
  }

  /// The same bot after a start, on the same database and clock.
  DeliveryFixture restart() {
    return new DeliveryFixture(database, settings, clock, "");
  }

  /// Sends all that may go now, and what that lets go. The clock stands still: a delivery that is
  /// sent again and again would be so for ever.
  ///
  /// @return how many were sent
  int sendDue(ChatDelivery delivery) {
    Map<DeliveryId, Integer> times = new HashMap<>();
    for (List<ClaimedDelivery> due = delivery.queue().claim(ChatDelivery.MAX_CONCURRENT_SENDS);
        !due.isEmpty();
        due = delivery.queue().claim(ChatDelivery.MAX_CONCURRENT_SENDS)) {
      for (ClaimedDelivery one : due) {
        delivery.handle(one);
        int sends = times.merge(one.delivery().id(), 1, Integer::sum);
        if (sends >= MAX_SENDS) {
          fail("%s is sent without end; all deliveries: %s", one.delivery(), states());
        }
      }
    }
    return times.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Turns again and again, as time goes by.
  void runFor(ChatDelivery delivery, Duration time, Duration step) {
    for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(step)) {
      clock.advance(step);
      sendDue(delivery);
    }
  }

  static FakeChat telegram() {
    return new FakeChat(Platform.TELEGRAM);
  }

  static ChatId id(String channel) {
    return new ChatId(Platform.TELEGRAM, "", channel, "");
  }

  ChatKey chat(ChatId id) {
    return chats.findOrCreate(id, Locale.ENGLISH).key();
  }

  void addReply(ChatKey chat, String text) {
    outbox.addReply(chat, new Message.Text(text));
  }

  /// An article on a feed that matches a query, told to all who ask.
  void addAlert(long feed, String name, String query) {
    long article = rows.article(feed, name, "http://a.example/" + name, "a.example");
    rows.match(article, query);
    outbox.addAlerts(new ArticleId(article), new ChatKey(0), 100_000);
  }

  /// State, reason and attempts of each delivery, oldest first.
  List<String> states() {
    return database
        .database()
        .read()
        .sql("select state, coalesce(reason, '') as reason, attempts from delivery order by id")
        .query(
            (row, _) ->
                "%s %s %d"
                    .formatted(
                        row.getString("state"), row.getString("reason"), row.getInt("attempts")))
        .list();
  }

  String chatState(ChatKey chat) {
    return database
        .database()
        .read()
        .sql("select state || ' ' || coalesce(gone_reason, '') as s from chat where id = :id")
        .param("id", chat.value())
        .query((row, _) -> row.getString("s"))
        .single();
  }

  double count(String meter) {
    return meters.find(meter).counters().stream().mapToDouble(c -> c.count()).sum();
  }

  @Override
  public void close() {
    database.close();
  }
}
