package dev.bongsu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/// With a database that has a clock of its own.
class HealthMonitorIT {

  @Test
  void r077AClockThatIsOffIsReported() {
    try (HealthMonitorFixture world = new HealthMonitorFixture(TestDatabase.postgresql())) {
      world.storage.check();
      world.monitor.check();

      assertThat(world.notices())
          .singleElement()
          .asString()
          .startsWith("clock_off  this machine's clock is ");
    }
  }
}
