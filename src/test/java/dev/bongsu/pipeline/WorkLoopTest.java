package dev.bongsu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("it reads what is logged, and a Spring that starts resets logging")
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
      // A failure after the stop is not told: the row must have failed before it.
      await().untilAsserted(() -> assertThat(work.deferred).containsExactly("busy"));
      loop.stopClaiming();
      assertThat(loop.awaitIdle(Duration.ofSeconds(TIMEOUT_SECONDS))).isTrue();
    } finally {
      logger.detachAppender(lines);
    }

    assertThat(List.copyOf(lines.list))
        .filteredOn(line -> line.getFormattedMessage().contains("too busy"))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
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
}
