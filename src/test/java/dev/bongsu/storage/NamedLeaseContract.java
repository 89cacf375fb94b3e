package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What `NamedLease` promises on every database.
interface NamedLeaseContract {
  LeaseSettings LEASES = new LeaseSettings(Duration.ofSeconds(60));

  TestDatabase open();

  @Test
  default void r014OneNodeHoldsItAsLongAsItRenews() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      NamedLease one = lease(database, clock);
      NamedLease other = lease(database, clock);

      for (int i = 0; i < 3; i++) {
        assertThat(one.acquireOrRenew()).isTrue();
        assertThat(other.acquireOrRenew()).isFalse();
        clock.advance(Duration.ofSeconds(30));
      }
    }
  }

  @Test
  default void r014AnotherTakesItWithinAMinuteOfTheHoldersDeath() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      NamedLease dead = lease(database, clock);
      NamedLease other = lease(database, clock);
      assertThat(dead.acquireOrRenew()).isTrue();

      clock.advance(Duration.ofSeconds(39));
      assertThat(other.acquireOrRenew()).isFalse();
      clock.advance(Duration.ofSeconds(2));

      assertThat(other.acquireOrRenew()).isTrue();
      assertThat(dead.acquireOrRenew()).isFalse();
    }
  }

  @Test
  default void releasedLeaseIsFreeAtOnceAndOnlyTheHolderCanReleaseIt() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      NamedLease one = lease(database, clock);
      NamedLease other = lease(database, clock);
      assertThat(one.acquireOrRenew()).isTrue();

      other.release();
      assertThat(other.acquireOrRenew()).isFalse();
      assertThat(other.isHeld()).isTrue();
      one.release();
      assertThat(other.isHeld()).isFalse();
      assertThat(other.acquireOrRenew()).isTrue();
    }
  }

  private static NamedLease lease(TestDatabase database, TestClock clock) {
    return new NamedLease(database.database(), clock, LEASES, "poller");
  }
}
