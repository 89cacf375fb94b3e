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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// One bot on SQLite that is ended in the middle of its work.
class KillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path temporary;

  @Test
  void r064r065ManyKillsUnderLoadLoseNothingAndRepeatAtMostWhatWasInFlight() throws IOException {
    try (Load load = new Load()) {
      Path folder = Files.createDirectory(temporary.resolve("bot"));
      Database database = Database.sqlite(folder);
      int kills = Faults.times(3, 100);
      long inFlight = 0;
      setUp(load, folder);
      load.begin();
      for (int i = 0; i < kills; i++) {
        try (BotProcess bot = BotProcess.start(folder, load.settings())) {
          awaitWork(load);
          Faults.letWork(Duration.ofSeconds(2));
          bot.kill();
        }
        inFlight += database.inFlight();
      }
      load.end();
      List<Load.Expected> missing = finish(load, folder);
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
    try (Load load = new Load()) {
      Path folder = Files.createDirectory(temporary.resolve("bot"));
      Database database = Database.sqlite(folder);
      int ends = Faults.times(1, 10);
      setUp(load, folder);
      load.begin();
      for (int i = 0; i < ends; i++) {
        try (BotProcess bot = BotProcess.start(folder, load.settings())) {
          awaitWork(load);
          Faults.letWork(Duration.ofSeconds(2));
          bot.terminate();
          assertThat(bot.awaitEnd()).isZero();
        }
        assertThat(database.inFlight()).isZero();
        assertThat(database.leased()).isZero();
      }
      load.end();
      List<Load.Expected> missing = finish(load, folder);
      Faults.report(
          "SIGTERM",
          "%d times, %d messages, %d lost, %d repeated"
              .formatted(ends, load.size(), missing.size(), load.repeated()));
      assertThat(missing).isEmpty();
      assertThat(load.repeated()).isZero();
    }
  }

  private static void setUp(Load load, Path folder) {
    try (BotProcess bot = BotProcess.start(folder, load.settings())) {
      await().atMost(PATIENCE).until(load::isSetUp);
      bot.terminate();
      assertThat(bot.awaitEnd()).isZero();
    }
  }

  /// Until something that waited when the bot started has arrived.
  private static void awaitWork(Load load) {
    List<Load.Expected> waiting = load.missing();
    await().atMost(PATIENCE).until(() -> !load.missing().containsAll(waiting) || waiting.isEmpty());
  }

  private static List<Load.Expected> finish(Load load, Path folder) {
    Map<String, String> settings = load.settings();
    try (BotProcess bot = BotProcess.start(folder, settings)) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(() -> assertThat(load.missing()).isEmpty());
      bot.terminate();
      assertThat(bot.awaitEnd()).isZero();
    }
    return load.missing();
  }
}
