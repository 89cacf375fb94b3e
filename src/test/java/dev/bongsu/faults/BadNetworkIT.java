package dev.bongsu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.testkit.FlakyProxy.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bot whose sends go wrong on their way.
class BadNetworkIT {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

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

  private void run(String name, Supplier<Fault> faults) {
    try (Load load = new Load();
        Node bot = Node.start(temporary, "bot", load.settings())) {
      await().atMost(PATIENCE).until(load::isSetUp);
      load.proxy().spoil(() -> count(faults.get()));
      load.begin();
      Faults.letPass(Faults.time(Duration.ofSeconds(5), Duration.ofMinutes(2)));
      load.end();
      load.proxy().spoil(() -> Fault.NONE);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(load.missing()).hasSizeLessThanOrEqualTo(givenUp()));
      bot.process().terminate();
      assertThat(bot.process().awaitEnd()).isZero();

      Faults.report(
          name,
          "%d messages, %d that did not arrive, %d dead letters after two silences, %d repeated; %s"
              .formatted(load.size(), load.missing().size(), givenUp(), load.repeated(), happened));
      assertThat(load.repeated())
          .isLessThanOrEqualTo(happened.getOrDefault(Fault.CUT_AFTER_ARRIVAL, 0));
    }
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
