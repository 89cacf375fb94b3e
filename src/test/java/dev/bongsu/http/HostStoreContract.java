package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// What `HostStore` promises on every database.
interface HostStoreContract {
  Duration LEASE = Duration.ofSeconds(60);

  TestDatabase open();

  @Test
  default void r087OneRequestAtATimeAndAGapBetweenTwo() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      HostStore hosts = store(database, clock);

      assertThat(hosts.reserve(Set.of("a.example", "b.example"), LEASE))
          .containsExactlyInAnyOrder("a.example", "b.example");
      assertThat(hosts.reserve(Set.of("a.example", "c.example"), LEASE))
          .containsExactly("c.example");

      hosts.release("a.example");
      assertThat(hosts.reserve(Set.of("a.example"), LEASE)).isEmpty();
      clock.advance(Duration.ofSeconds(1));
      assertThat(hosts.reserve(Set.of("a.example"), LEASE)).containsExactly("a.example");
    }
  }

  @Test
  default void r082APauseIsNeverShortened() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      HostStore hosts = store(database, clock);
      hosts.reserve(Set.of("a.example"), LEASE);

      hosts.pauseUntil("a.example", clock.instant().plus(Duration.ofHours(3)));
      hosts.pauseUntil("a.example", clock.instant().plus(Duration.ofHours(1)));
      hosts.release("a.example");

      clock.advance(Duration.ofHours(3).minusMillis(1));
      assertThat(hosts.reserve(Set.of("a.example"), LEASE)).isEmpty();
      clock.advance(Duration.ofMillis(1));
      assertThat(hosts.reserve(Set.of("a.example"), LEASE)).containsExactly("a.example");
    }
  }

  @Test
  default void theReservationOfADeadWorkerExpires() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      HostStore hosts = store(database, clock);
      hosts.reserve(Set.of("a.example", "b.example"), LEASE);
      clock.advance(LEASE.minusSeconds(1));
      hosts.renew("b.example", LEASE);

      clock.advance(Duration.ofSeconds(1));

      assertThat(hosts.reserve(Set.of("a.example", "b.example"), LEASE))
          .containsExactly("a.example");
    }
  }

  @Test
  default void normalizesHostNames() {
    assertThat(HostStore.hostOf(URI.create("https://News.Example./feed")))
        .isEqualTo("news.example");
    assertThat(HostStore.hostOf(URI.create("http://a_b.example:8080/")))
        .isEqualTo("a_b.example:8080");
    assertThat(HostStore.hostOf(URI.create("https://u:p@a.example:443/"))).isEqualTo("a.example");
  }

  private static HostStore store(TestDatabase database, TestClock clock) {
    HttpSettings settings =
        new HttpSettings(
            List.of(), Duration.ofSeconds(1), DataSize.ofMegabytes(1), Duration.ofSeconds(30));
    return new HostStore(database.database(), clock, settings);
  }
}
