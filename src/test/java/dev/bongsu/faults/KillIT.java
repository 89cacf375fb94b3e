package dev.bongsu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.testkit.BotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// One bot on SQLite that is ended in the middle of its work.
@Order(1)
class KillIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  @TempDir private Path temporary;

  @Test
  void r064r065ManyKillsUnderLoadLoseNothingAndRepeatAtMostWhatWasInFlight() throws IOException {
    try (LoadGenerator load = new LoadGenerator()) {
      Path folder = Files.createDirectory(temporary.resolve("bot"));
      BotTables database = BotTables.sqlite(folder);
      int kills = Faults.pickCount(3, 100);
      long inFlight = 0;
      setUp(load, folder);
      load.start();
      for (int i = 0; i < kills; i++) {
        try (BotProcess bot = BotProcess.start(folder, load.settings())) {
          awaitWork(load);
          Faults.waitRandomly(Duration.ofSeconds(2));
          bot.kill();
        }
        inFlight += database.inFlight();
      }
      load.stop();
      List<LoadGenerator.Expected> missing = finish(load, folder);
      long repeated = load.repeated();
      Faults.report(
          "kill -9",
          "%d kills, %d messages, %d lost, %d repeated, %d in flight"
              .formatted(kills, load.size(), missing.size(), repeated, inFlight));
      assertThat(missing).isEmpty();
      assertThat(repeated).isLessThanOrEqualTo(inFlight);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = Faults.PROPERTY, matches = "true")
  void r070TermUnderLoadEndsInTimeWithSuccessAndRepeatsNothing() throws IOException {
    try (LoadGenerator load = new LoadGenerator()) {
      Path folder = Files.createDirectory(temporary.resolve("bot"));
      BotTables database = BotTables.sqlite(folder);
      int ends = Faults.pickCount(1, 10);
      setUp(load, folder);
      load.start();
      for (int i = 0; i < ends; i++) {
        try (BotProcess bot = BotProcess.start(folder, load.settings())) {
          awaitWork(load);
          Faults.waitRandomly(Duration.ofSeconds(2));
          bot.terminate();
          assertThat(bot.awaitExit()).isZero();
        }
        assertThat(database.inFlight()).isZero();
        assertThat(database.leased()).isZero();
      }
      load.stop();
      List<LoadGenerator.Expected> missing = finish(load, folder);
      Faults.report(
          "SIGTERM",
          "%d times, %d messages, %d lost, %d repeated"
              .formatted(ends, load.size(), missing.size(), load.repeated()));
      assertThat(missing).isEmpty();
      assertThat(load.repeated()).isZero();
    }
  }

  private static void setUp(LoadGenerator load, Path folder) {
    try (BotProcess bot = BotProcess.start(folder, load.settings())) {
      await().atMost(TIMEOUT).until(load::isSetUp);
      bot.terminate();
      assertThat(bot.awaitExit()).isZero();
    }
  }

  /// Until something that waited when the bot started has arrived.
  private static void awaitWork(LoadGenerator load) {
    List<LoadGenerator.Expected> waiting = load.missing();
    await().atMost(TIMEOUT).until(() -> !load.missing().containsAll(waiting) || waiting.isEmpty());
  }

  private static List<LoadGenerator.Expected> finish(LoadGenerator load, Path folder) {
    Map<String, String> settings = load.settings();
    try (BotProcess bot = BotProcess.start(folder, settings)) {
      await()
          .atMost(TIMEOUT)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(() -> assertThat(load.missing()).isEmpty());
      bot.terminate();
      assertThat(bot.awaitExit()).isZero();
    }
    return load.missing();
  }
}
