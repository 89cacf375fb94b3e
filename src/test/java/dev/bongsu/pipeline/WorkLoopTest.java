package dev.bongsu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.ClaimedRow;
import dev.bongsu.storage.WorkHandler;
import dev.bongsu.storage.WorkQueue;
import dev.bongsu.testkit.TestClock;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class WorkLoopTest {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final long TIMEOUT_SECONDS = 20;

  private final TestClock clock = new TestClock();
  private volatile boolean mayClaim = true;
  private final FakeWorkQueue work = new FakeWorkQueue();
  private final WorkLoop<FakeRow> loop =
      new WorkLoop<>(
          "fake-work", FakeWorkQueue.SLOTS, work, new ClaimPolicy(clock, LEASE, () -> mayClaim));

  @AfterEach
  void endAll() {
    work.mayEnd.countDown();
  }

  @Test
  void r018ARowThatBreaksDoesNotStopTheOthers() throws InterruptedException {
    work.mayEnd.countDown();
    work.addDue("broken", "overflow", "one", "two", "three", "fatal", "broken again", "four");

    loop.tick();

    assertThat(handled(8))
        .contains("broken", "overflow", "one", "two", "three", "fatal", "broken again", "four");
    await()
        .untilAsserted(
            () ->
                assertThat(work.deferred)
                    .containsExactlyInAnyOrder("broken", "overflow", "fatal", "broken again"));
    loop.stopClaiming();
    assertThat(loop.awaitIdle(Duration.ofSeconds(TIMEOUT_SECONDS))).isTrue();
  }

  @Test
  void f12ABusyDatabaseIsOneLineInTheLog() throws InterruptedException {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(WorkLoop.class);
    lines.start();
    logger.addAppender(lines);
    try {
      work.mayEnd.countDown();
      work.addDue("busy");
      loop.tick();
      handled(1);
      loop.stopClaiming();
      assertThat(loop.awaitIdle(Duration.ofSeconds(TIMEOUT_SECONDS))).isTrue();
    } finally {
      logger.detachAppender(lines);
    }

    assertThat(List.copyOf(lines.list))
        .filteredOn(line -> line.getFormattedMessage().contains("too busy"))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
    assertThat(work.deferred).containsExactly("busy");
  }

  @Test
  void r075ClaimsNothingWhileClaimingIsForbidden() throws InterruptedException {
    work.mayEnd.countDown();
    work.addDue("one");
    mayClaim = false;
    loop.tick();
    loop.nudge();
    assertThat(work.claims.poll(200, TimeUnit.MILLISECONDS)).isNull();

    mayClaim = true;
    loop.tick();

    assertThat(handled(1)).containsExactly("one");
  }

  @Test
  void aClaimThatBreaksIsTriedAgainAtTheNextTick() throws InterruptedException {
    work.mayEnd.countDown();
    work.failingClaims = 1;
    work.addDue("one");
    loop.tick();
    assertThat(work.claims.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isEqualTo(FakeWorkQueue.SLOTS);

    loop.tick();

    assertThat(handled(1)).containsExactly("one");
  }

  @Test
  void noMoreIsClaimedThanThereAreFreeSlots() throws InterruptedException {
    work.addDue("one", "two", "three", "four", "five");
    loop.tick();
    assertThat(handled(FakeWorkQueue.SLOTS)).hasSize(FakeWorkQueue.SLOTS);
    assertThat(work.due).hasSize(5 - FakeWorkQueue.SLOTS);

    work.mayEnd.countDown();

    assertThat(handled(5 - FakeWorkQueue.SLOTS)).hasSize(5 - FakeWorkQueue.SLOTS);
    assertThat(work.claims)
        .allSatisfy(atMost -> assertThat(atMost).isBetween(1, FakeWorkQueue.SLOTS));
  }

  @Test
  void aLeaseIsRenewedAtEachThirdOfItWhileTheWorkLives() throws InterruptedException {
    work.addDue("one");
    loop.tick();
    handled(1);

    clock.advance(LEASE.dividedBy(3).minusMillis(1));
    loop.tick();
    assertThat(work.renewed).isEmpty();

    clock.advance(Duration.ofMillis(1));
    loop.tick();
    loop.tick();
    assertThat(work.renewed).containsExactly("one");

    clock.advance(LEASE.dividedBy(3));
    loop.tick();
    assertThat(work.renewed).containsExactly("one", "one");

    work.mayEnd.countDown();
    loop.stopClaiming();
    assertThat(loop.awaitIdle(Duration.ofSeconds(TIMEOUT_SECONDS))).isTrue();
    clock.advance(LEASE);
    loop.tick();
    assertThat(work.renewed).hasSize(2);
  }

  @Test
  void aRenewalThatBreaksDoesNotStopTheOthers() throws InterruptedException {
    work.addDue("unrenewable", "two");
    loop.tick();
    handled(2);

    clock.advance(LEASE.dividedBy(3));
    loop.tick();

    assertThat(work.renewed).containsExactlyInAnyOrder("unrenewable", "two");
  }

  @Test
  void r070StoppedLoopClaimsNothingAndFinishesItsRows() throws InterruptedException {
    work.addDue("one");
    loop.tick();
    handled(1);

    loop.stopClaiming();
    work.addDue("two");
    loop.tick();
    loop.nudge();
    assertThat(loop.awaitIdle(Duration.ZERO)).isFalse();

    work.mayEnd.countDown();
    assertThat(loop.awaitIdle(Duration.ofSeconds(TIMEOUT_SECONDS))).isTrue();
    assertThat(work.due).containsExactly("two");
  }

  @Test
  void r070ReleasesUnfinishedRowsAfterTheTimeout() throws InterruptedException {
    work.addDue("one", "two");
    loop.tick();
    handled(2);

    loop.stopClaiming();
    assertThat(loop.awaitIdle(Duration.ZERO)).isFalse();

    assertThat(loop.release()).isEqualTo(2);
    assertThat(work.released).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void r070AwaitIdleWaitsForARunningClaim() throws InterruptedException {
    work.claimMayEnd = new CountDownLatch(1);
    work.mayEnd.countDown();
    work.addDue("one");
    loop.tick();
    work.claims.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);

    loop.stopClaiming();
    assertThat(loop.awaitIdle(Duration.ZERO)).isFalse();
    work.claimMayEnd.countDown();

    assertThat(loop.awaitIdle(Duration.ofSeconds(TIMEOUT_SECONDS))).isTrue();
    assertThat(handled(1)).containsExactly("one");
  }

  @Test
  void wakesUpEachTimeWorkIsDueBetweenTicks() throws InterruptedException {
    work.mayEnd.countDown();
    work.next = () -> Optional.of(clock.instant().plusMillis(1));
    loop.tick();
    loop.nudge();

    for (int i = 0; i < 20; i++) {
      assertThat(work.claims.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }
    loop.stopClaiming();
  }

  @Test
  void runUntilIdleHandlesAllDueRows() {
    work.mayEnd.countDown();
    work.addDue("one", "two", "three");

    assertThat(loop.runUntilIdle()).isEqualTo(3);
    assertThat(loop.runUntilIdle()).isZero();
  }

  private List<String> handled(int rows) throws InterruptedException {
    List<String> handled = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String row = work.handled.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      assertThat(row).as("row %d of %d", i + 1, rows).isNotNull();
      handled.add(row);
    }
    return handled;
  }

  private record FakeRow(String name) implements ClaimedRow {
    @Override
    public Claim claim() {
      return new Claim(name.hashCode(), 1);
    }
  }

  /// Rows of a queue; a test says when their handling may end.
  private static final class FakeWorkQueue implements WorkQueue<FakeRow>, WorkHandler<FakeRow> {
    static final int SLOTS = 3;

    final Queue<String> due = new ConcurrentLinkedQueue<>();
    final BlockingQueue<Integer> claims = new LinkedBlockingQueue<>();
    final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
    final Queue<String> renewed = new ConcurrentLinkedQueue<>();
    final Queue<String> deferred = new ConcurrentLinkedQueue<>();
    final Queue<String> released = new ConcurrentLinkedQueue<>();
    final CountDownLatch mayEnd = new CountDownLatch(1);
    volatile CountDownLatch claimMayEnd = new CountDownLatch(0);
    volatile int failingClaims;
    volatile Supplier<Optional<Instant>> next = Optional::empty;

    void addDue(String... rows) {
      due.addAll(List.of(rows));
    }

    @Override
    public WorkQueue<FakeRow> queue() {
      return this;
    }

    @Override
    public String table() {
      return "fake";
    }

    @Override
    public List<FakeRow> claim(int atMost) {
      claims.add(atMost);
      await(claimMayEnd);
      if (failingClaims > 0) {
        failingClaims = 0;
        throw new IllegalStateException("no database");
      }
      List<FakeRow> rows = new ArrayList<>();
      for (String name = poll(rows, atMost); name != null; name = poll(rows, atMost)) {
        rows.add(new FakeRow(name));
      }
      return rows;
    }

    private @Nullable String poll(List<FakeRow> rows, int atMost) {
      return rows.size() < atMost ? due.poll() : null;
    }

    @Override
    public Optional<Instant> nextDue() {
      return next.get();
    }

    @Override
    public void handle(FakeRow claimed) {
      String row = claimed.name();
      handled.add(row);
      await(mayEnd);
      if (row.startsWith("broken")) {
        throw new IllegalStateException("a bug");
      }
      if (row.equals("busy")) {
        throw new CannotGetJdbcConnectionException(
            "no connection", new SQLTransientConnectionException("timeout"));
      }
      if (row.equals("fatal")) {
        throw new LinkageError("no such class");
      }
      if (row.equals("overflow")) {
        throw new StackOverflowError();
      }
    }

    @Override
    public void defer(FakeRow row) {
      deferred.add(row.name());
    }

    @Override
    public void release(FakeRow row) {
      released.add(row.name());
    }

    @Override
    public boolean renew(FakeRow row) {
      renewed.add(row.name());
      if (row.name().equals("unrenewable")) {
        throw new IllegalStateException("no database");
      }
      return true;
    }

    private static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
