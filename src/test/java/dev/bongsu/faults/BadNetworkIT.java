package dev.bongsu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.testkit.FlakyProxy.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A bot whose sends go wrong on their way.
class BadNetworkIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private static final int MAX_IN_FLIGHT = 64;

  private static final List<Fault> TRANSIENT_FAULTS =
      List.of(
          Fault.INTERNAL,
          Fault.BAD_GATEWAY,
          Fault.CUT_AFTER_ARRIVAL,
          Fault.CUT_BEFORE_ARRIVAL,
          Fault.TOO_MANY);

  @TempDir private Path temporary;
  private final Map<Fault, Integer> faultCounts = new ConcurrentHashMap<>();

  @Test
  void r016r063ThirtyPercentOfTheSendsGoWrongAndNothingIsLost() {
    run("30 % of the sends spoiled", () -> Faults.random(10) < 3 ? randomFault() : Fault.NONE);
  }

  @Test
  @EnabledIfSystemProperty(named = Faults.PROPERTY, matches = "true")
  void r001r003WaitsOutManyRateLimitsAndLosesNothing() {
    run("storm of 429", () -> Faults.random(10) < 4 ? Fault.TOO_MANY : Fault.NONE);
  }

  @Test
  @EnabledIfSystemProperty(named = Faults.PROPERTY, matches = "true")
  void r013StopsUsingARefusedTokenAndTheNextStartSendsAll() {
    try (LoadGenerator load = new LoadGenerator()) {
      int tried;
      try (BotNode bot = BotNode.start(temporary, "bot", load.settings())) {
        await().atMost(TIMEOUT).until(load::isSetUp);
        load.proxy().injectFaults(() -> count(Fault.UNAUTHORIZED));
        load.start();
        await().atMost(TIMEOUT).until(() -> bot.health() == 503);
        tried = faultCounts.getOrDefault(Fault.UNAUTHORIZED, 0);
        Faults.waitFor(Faults.pickDuration(Duration.ofSeconds(4), Duration.ofMinutes(1)));
        load.stop();
        assertThat(faultCounts.get(Fault.UNAUTHORIZED))
            .as("at most those under way are sent after the first refusal")
            .isLessThanOrEqualTo(tried + MAX_IN_FLIGHT);
        bot.process().terminate();
        assertThat(bot.process().awaitExit()).isZero();
      }
      load.proxy().injectFaults(() -> Fault.NONE);
      try (BotNode bot = BotNode.start(temporary, "again", restartSettings(load))) {
        finish(load, bot, "token refused for a while");
        assertThat(load.repeated()).isZero();
      }
    }
  }

  /// The same bot in its folder, at a start of its own.
  private Map<String, String> restartSettings(LoadGenerator load) {
    Map<String, String> settings = new HashMap<>(load.settings());
    Path database = temporary.resolve("bot").resolve("data").resolve("bongsu.db");
    settings.put("SPRING_DATASOURCE_URL", "jdbc:sqlite:" + database);
    return settings;
  }

  private void run(String name, Supplier<Fault> faults) {
    try (LoadGenerator load = new LoadGenerator();
        BotNode bot = BotNode.start(temporary, "bot", load.settings())) {
      await().atMost(TIMEOUT).until(load::isSetUp);
      load.proxy().injectFaults(() -> count(faults.get()));
      load.start();
      Faults.waitFor(Faults.pickDuration(Duration.ofSeconds(5), Duration.ofMinutes(2)));
      load.stop();
      load.proxy().injectFaults(() -> Fault.NONE);
      finish(load, bot, name);
      assertThat(load.proxy().earlySends()).as("within a wait").isZero();
      assertThat(load.repeated())
          .isLessThanOrEqualTo(faultCounts.getOrDefault(Fault.CUT_AFTER_ARRIVAL, 0));
    }
  }

  private void finish(LoadGenerator load, BotNode bot, String name) {
    await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(load.missing()).hasSizeLessThanOrEqualTo(deadLetters()));
    bot.process().terminate();
    assertThat(bot.process().awaitExit()).isZero();
    Faults.report(
        name,
        ("%d messages, %d that did not arrive, %d dead letters after two silences, %d repeated, %d"
                + " sent within a wait; %s")
            .formatted(
                load.size(),
                load.missing().size(),
                deadLetters(),
                load.repeated(),
                load.proxy().earlySends(),
                faultCounts));
  }

  /// Deliveries that met two silences, as one in a few hundred does here: each is kept, and the
  /// operator told.
  private int deadLetters() {
    BotTables tables = BotTables.sqlite(temporary.resolve("bot"));
    return Math.toIntExact(
        tables.count("delivery where state = 'dead' and reason like 'delivery unconfirmed%'"));
  }

  private synchronized Fault randomFault() {
    return TRANSIENT_FAULTS.get(Faults.random(TRANSIENT_FAULTS.size()));
  }

  private Fault count(Fault fault) {
    faultCounts.merge(fault, 1, Integer::sum);
    return fault;
  }
}
