package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private Instant systemTime = START;
  private long nanos;

  @Test
  void showsWhatTheMachineShows() {
    MonotonicClock clock = clock(Duration.ofDays(1));
    advance(Duration.ofSeconds(10));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
  }

  @Test
  void r077AStepForwardIsTakenAtOnce() {
    MonotonicClock clock = clock(Duration.ofDays(1));
    systemTime = systemTime.plus(Duration.ofDays(1));
    assertThat(clock.instant()).isEqualTo(systemTime);
  }

  @Test
  void r077AStepBackwardFreezesNothingAndShortensNoWait() {
    MonotonicClock clock = clock(Duration.ofDays(1000));
    systemTime = systemTime.minus(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(START);

    advance(Duration.ofSeconds(10));
    assertThat(clock.instant()).as("half as fast").isEqualTo(START.plusSeconds(5));
    advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5).plus(Duration.ofMinutes(30)));

    advance(Duration.ofHours(2));
    assertThat(clock.instant()).as("the machine has caught up").isEqualTo(systemTime);
    advance(Duration.ofSeconds(1));
    assertThat(clock.instant()).isEqualTo(systemTime);
  }

  @Test
  void aLongStepIsTakenWhereOthersWouldBeFarAway() {
    MonotonicClock clock = clock(Duration.ofSeconds(5));
    systemTime = systemTime.minus(Duration.ofSeconds(4));
    assertThat(clock.instant()).isEqualTo(START);
    systemTime = systemTime.minus(Duration.ofSeconds(2));
    assertThat(clock.instant()).isEqualTo(systemTime);
  }

  private MonotonicClock clock(Duration mostAhead) {
    return new MonotonicClock(() -> systemTime, () -> nanos, mostAhead);
  }

  private void advance(Duration time) {
    systemTime = systemTime.plus(time);
    nanos += time.toNanos();
  }
}
