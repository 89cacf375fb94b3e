package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private Instant shown = START;
  private long nanos;

  @Test
  void showsWhatTheMachineShows() {
    SteadyClock clock = clock(Duration.ofDays(1));
    pass(Duration.ofSeconds(10));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
  }

  @Test
  void r077AStepForwardIsTakenAtOnce() {
    SteadyClock clock = clock(Duration.ofDays(1));
    shown = shown.plus(Duration.ofDays(1));
    assertThat(clock.instant()).isEqualTo(shown);
  }

  @Test
  void r077AStepBackwardFreezesNothingAndShortensNoWait() {
    SteadyClock clock = clock(Duration.ofDays(1000));
    shown = shown.minus(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(START);

    pass(Duration.ofSeconds(10));
    assertThat(clock.instant()).as("half as fast").isEqualTo(START.plusSeconds(5));
    pass(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5).plus(Duration.ofMinutes(30)));

    pass(Duration.ofHours(2));
    assertThat(clock.instant()).as("the machine has caught up").isEqualTo(shown);
    pass(Duration.ofSeconds(1));
    assertThat(clock.instant()).isEqualTo(shown);
  }

  @Test
  void aLongStepIsTakenWhereOthersWouldBeFarAway() {
    SteadyClock clock = clock(Duration.ofSeconds(5));
    shown = shown.minus(Duration.ofSeconds(4));
    assertThat(clock.instant()).isEqualTo(START);
    shown = shown.minus(Duration.ofSeconds(2));
    assertThat(clock.instant()).isEqualTo(shown);
  }

  private SteadyClock clock(Duration mostAhead) {
    return new SteadyClock(() -> shown, () -> nanos, mostAhead);
  }

  private void pass(Duration time) {
    shown = shown.plus(time);
    nanos += time.toNanos();
  }
}
