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
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int MOST_UNDER_WAY = 64;

  private static final List<Fault> KINDS =
      List.of(
          Fault.INTERNAL,
          Fault.BAD_GATEWAY,
          Fault.CUT_AFTER_ARRIVAL,
          Fault.CUT_BEFORE_ARRIVAL,
          Fault.TOO_MANY);

  @TempDir private Path temporary;
  private final Map<Fault, Integer> happened = new ConcurrentHashMap<>();

  @Test
  void r016r063ThirtyPercentOfTheSendsGoWrongAndNothingIsLost() {
    run("30 % of the sends spoiled", () -> Faults.random(10) < 3 ? any() : Fault.NONE);
  }

  @Test
  @EnabledIfSystemProperty(named = Faults.PROPERTY, matches = "true")
  void r001r003StormsOfTooManyAreWaitedForAndNothingIsLost() {
    run("storm of 429", () -> Faults.random(10) < 4 ? Fault.TOO_MANY : Fault.NONE);
  }

  @Test
  @EnabledIfSystemProperty(named = Faults.PROPERTY, matches = "true")
  void r013ARefusedTokenIsAskedNoMoreAndTheNextStartSendsAll() {
    try (Load load = new Load()) {
      int tried;
      try (Node bot = Node.start(temporary, "bot", load.settings())) {
        await().atMost(PATIENCE).until(load::isSetUp);
        load.proxy().spoil(() -> count(Fault.UNAUTHORIZED));
        load.begin();
        await().atMost(PATIENCE).until(() -> bot.health() == 503);
        tried = happened.getOrDefault(Fault.UNAUTHORIZED, 0);
        Faults.letPass(Faults.time(Duration.ofSeconds(4), Duration.ofMinutes(1)));
        load.end();
        assertThat(happened.get(Fault.UNAUTHORIZED))
            .as("at most those under way are sent after the first refusal")
            .isLessThanOrEqualTo(tried + MOST_UNDER_WAY);
        bot.process().terminate();
        assertThat(bot.process().awaitEnd()).isZero();
      }
      load.proxy().spoil(() -> Fault.NONE);
      try (Node bot = Node.start(temporary, "again", again(load))) {
        finish(load, bot, "token refused for a while");
        assertThat(load.repeated()).isZero();
      }
    }
  }

  /// The same bot in its folder, at a start of its own.
  private Map<String, String> again(Load load) {
    Map<String, String> settings = new HashMap<>(load.settings());
    Path database = temporary.resolve("bot").resolve("data").resolve("bongsu.db");
    settings.put("SPRING_DATASOURCE_URL", "jdbc:sqlite:" + database);
    return settings;
  }

  private void run(String name, Supplier<Fault> faults) {
    try (Load load = new Load();
        Node bot = Node.start(temporary, "bot", load.settings())) {
      await().atMost(PATIENCE).until(load::isSetUp);
      load.proxy().spoil(() -> count(faults.get()));
      load.begin();
      Faults.letPass(Faults.time(Duration.ofSeconds(5), Duration.ofMinutes(2)));
      load.end();
      load.proxy().spoil(() -> Fault.NONE);
      finish(load, bot, name);
      assertThat(load.proxy().tooSoon()).as("within a wait").isZero();
      assertThat(load.repeated())
          .isLessThanOrEqualTo(happened.getOrDefault(Fault.CUT_AFTER_ARRIVAL, 0));
    }
  }

  private void finish(Load load, Node bot, String name) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(load.missing()).hasSizeLessThanOrEqualTo(givenUp()));
    bot.process().terminate();
    assertThat(bot.process().awaitEnd()).isZero();
    Faults.report(
        name,
        ("%d messages, %d that did not arrive, %d dead letters after two silences, %d repeated, %d sent"
                + " within a wait; %s")
            .formatted(
                load.size(),
                load.missing().size(),
                givenUp(),
                load.repeated(),
                load.proxy().tooSoon(),
                happened));
  }

  /// Deliveries that met two silences, as one in a few hundred does here: each is kept, and the
  /// operator told.
  private int givenUp() {
    Database tables = Database.sqlite(temporary.resolve("bot"));
    return Math.toIntExact(
        tables.count("delivery where state = 'dead' and reason like 'nobody knows%'"));
  }

  private synchronized Fault any() {
    return KINDS.get(Faults.random(KINDS.size()));
  }

  private Fault count(Fault fault) {
    happened.merge(fault, 1, Integer::sum);
    return fault;
  }
}
