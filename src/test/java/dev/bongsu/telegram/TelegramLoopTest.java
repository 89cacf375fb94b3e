package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.chat.Secret;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestOutbox;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Polls that Telegram really holds.
@Timeout(30)
class TelegramLoopTest {
  private static final Duration LONG_POLL = Duration.ofSeconds(30);

  private final TestClock clock = new TestClock();
  private final LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
  private final TestDatabase database = TestDatabase.sqlite();
  private final FakeTelegram server = FakeTelegram.start();
  private final TelegramApi api =
      new TelegramApi(new TelegramSettings(new Secret(server.token()), server.url()), LONG_POLL);

  @AfterEach
  void stop() {
    api.close();
    server.close();
    database.close();
  }

  @Test
  void pollsUntilItIsStopped() throws InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    database.nudges().onNudge(InboxStore.TABLE, heard::countDown);
    TelegramLoop loop = loop();
    loop.start();
    server.say(7, "/start");

    assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
    loop.stop();

    assertThat(loop.isRunning()).isFalse();
  }

  @Test
  void r014OneNodePollsUntilItLetsGo() throws InterruptedException {
    TelegramLoop first = loop();
    first.start();
    awaitPolls(1);
    TelegramLoop second = loop();
    second.start();
    await().during(Duration.ofMillis(500)).until(() -> server.requests("getme").size() == 1);
    second.stop();

    first.stop();
    TelegramLoop third = loop();
    third.start();
    awaitPolls(2);
    third.stop();
  }

  @Test
  void r014ANewPollEndsTheOlder() throws Exception {
    FutureTask<Optional<Duration>> older = poll();
    awaitPolls(1);
    FutureTask<Optional<Duration>> newer = poll();

    assertThat(older.get()).contains(Duration.ofSeconds(5));
    server.say(7, "/start");
    assertThat(newer.get()).contains(Duration.ZERO);
  }

  private FutureTask<Optional<Duration>> poll() {
    TelegramPoller poller = poller();
    poller.pollOnce();
    FutureTask<Optional<Duration>> poll = new FutureTask<>(poller::pollOnce);
    Thread.ofVirtual().start(poll);
    return poll;
  }

  private void awaitPolls(int count) {
    while (server.requests("getupdates").size() < count) {
      Thread.onSpinWait();
    }
  }

  private TelegramLoop loop() {
    NamedLease lease = new NamedLease(database.database(), clock, leases, "telegram-poller");
    return new TelegramLoop(poller(), lease, new StorageMonitor(database.database(), clock));
  }

  private TelegramPoller poller() {
    InboxStore inbox = new InboxStore(database.database(), clock, leases, database.nudges());
    TestOutbox outbox = new TestOutbox(database, clock);
    return new TelegramPoller(api, inbox, outbox.lifecycle(), outbox.tokens(), clock);
  }
}
