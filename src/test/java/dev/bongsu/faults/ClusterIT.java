package dev.bongsu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two bots on one PostgreSQL, and what happens to them.
@Order(1)
class ClusterIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  /// Short in every build, the default's 60 s in the long one.
  private static final Duration LEASE =
      Faults.pickDuration(Duration.ofSeconds(4), Duration.ofSeconds(60));

  /// A minute at most; in the long run a little for the ticks and a busy machine.
  private static final Duration TAKEOVER =
      Faults.pickDuration(Duration.ofSeconds(60), Duration.ofSeconds(65));

  @TempDir private Path temporary;
  private RestartablePostgres postgres;
  private LoadGenerator load;
  private BotNode first;
  private BotNode second;

  @BeforeEach
  void start() {
    postgres = RestartablePostgres.start(temporary.resolve("postgres"));
    load = new LoadGenerator();
    first = BotNode.start(temporary, "first", settings());
    second = BotNode.start(temporary, "second", settings());
    await().atMost(TIMEOUT).until(load::isSetUp);
    await().atMost(TIMEOUT).until(() -> first.isReady() && second.isReady());
    load.start();
    Faults.waitRandomly(Duration.ofSeconds(3));
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    load.close();
    postgres.close();
  }

  @Test
  void r072ADeadNodesWorkIsTakenOverInTimeWithNothingLost() {
    first.process().signal("STOP");
    long inFlight = postgres.database().inFlight();
    first.process().kill();
    long began = System.nanoTime();
    List<LoadGenerator.Expected> waiting = load.missing();
    await().atMost(TAKEOVER).until(() -> load.missing().stream().noneMatch(waiting::contains));
    Duration takeover = Duration.ofNanos(System.nanoTime() - began);

    finish("one of two nodes killed", inFlight, "taken over after " + takeover.toMillis() + " ms");
  }

  @Test
  void r071AFrozenNodeThatWakesUpAfterItsLeaseRepeatsNothingMore() {
    first.process().signal("STOP");
    long inFlight = postgres.database().inFlight();
    List<LoadGenerator.Expected> waiting = load.missing();
    await().atMost(TAKEOVER).until(() -> load.missing().stream().noneMatch(waiting::contains));
    Faults.waitFor(LEASE.dividedBy(2));
    first.process().signal("CONT");
    Faults.waitRandomly(Duration.ofSeconds(4));

    finish("one of two nodes frozen for longer than a lease", inFlight, "");
  }

  @Test
  void r076TheDatabasesRestartLosesNothing() {
    postgres.crash();
    await().atMost(TIMEOUT).until(() -> first.readiness() == 503 && second.readiness() == 503);
    postgres.restart();
    long inFlight = postgres.database().inFlight();
    long began = System.nanoTime();
    await().atMost(Duration.ofSeconds(90)).until(() -> first.isReady() && second.isReady());
    Duration back = Duration.ofNanos(System.nanoTime() - began);

    finish("PostgreSQL broken down", inFlight, "ready again after " + back.toMillis() + " ms");
  }

  private void finish(String fault, long inFlight, String more) {
    load.stop();
    await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(load.missing()).isEmpty());
    Faults.report(
        fault,
        "%d messages, %d lost, %d repeated, %d in flight; %s"
            .formatted(load.size(), load.missing().size(), load.repeated(), inFlight, more));
    assertThat(load.repeated()).isLessThanOrEqualTo(inFlight);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(load.settings());
    settings.putAll(postgres.settings());
    settings.put("BONGSU_LEASE_DURATION", LEASE.toSeconds() + "s");
    return settings;
  }
}
