package dev.bongsu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bot that may not write its files any further, as on a full disk: a limit of the operating
/// system's (`prlimit`, of util-linux).
class FullDiskIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  @TempDir private Path temporary;

  @Test
  void r075FullDiskPausesSendingAndWorkResumesByItself() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "prlimit is here");
    try (LoadGenerator load = new LoadGenerator();
        BotNode bot = BotNode.start(temporary, "bot", load.settings())) {
      BotTables database = BotTables.sqlite(temporary.resolve("bot"));
      await().atMost(TIMEOUT).until(load::isSetUp);
      load.start();
      Faults.waitRandomly(Duration.ofSeconds(3));

      limit(bot, "4096");
      await().atMost(TIMEOUT).until(() -> bot.readiness() == 503);
      Faults.waitFor(Duration.ofSeconds(2));
      int sent = load.arrived();
      long inFlight = database.inFlight();
      Faults.waitFor(Faults.pickDuration(Duration.ofSeconds(3), Duration.ofSeconds(60)));
      assertThat(load.arrived()).as("nothing is sent that cannot be recorded").isEqualTo(sent);
      assertThat(bot.readiness()).isEqualTo(503);

      limit(bot, "unlimited");
      long began = System.nanoTime();
      await().atMost(Duration.ofSeconds(90)).until(bot::isReady);
      Duration back = Duration.ofNanos(System.nanoTime() - began);
      load.stop();
      await().atMost(TIMEOUT).untilAsserted(() -> assertThat(load.missing()).isEmpty());
      Faults.report(
          "disk full",
          "%d messages, %d lost, %d repeated, %d in flight; ready again after %d ms"
              .formatted(
                  load.size(), load.missing().size(), load.repeated(), inFlight, back.toMillis()));
      assertThat(load.repeated()).isLessThanOrEqualTo(inFlight);
    }
  }

  /// The size beyond which no file may be written; those that are larger may not grow either.
  private static void limit(BotNode bot, String bytes) throws IOException, InterruptedException {
    String pid = String.valueOf(bot.process().pid());
    int status =
        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":").start().waitFor();
    assertThat(status).isZero();
  }
}
