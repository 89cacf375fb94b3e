package dev.bongsu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The end of a loop.
class WorkLoopShutdownTest {
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
