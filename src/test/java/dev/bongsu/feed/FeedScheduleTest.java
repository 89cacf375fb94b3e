package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedScheduleTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void theFloorWinsOverAShorterInterval() {
    FeedSchedule schedule = schedule(Duration.ofMinutes(1), 0);

    assertThat(schedule.afterSuccess(NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void r085BacksOffUpToADayWithJitter() {
    FeedSchedule latest = schedule(Duration.ofMinutes(15), 1);
    FeedSchedule soonest = schedule(Duration.ofMinutes(15), 0);

    assertThat(latest.afterFailure(NOW, 1, null)).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    assertThat(latest.afterFailure(NOW, 3, null)).isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(latest.afterFailure(NOW, 1_000, null)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(soonest.afterFailure(NOW, 9, null)).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void r082NeverComesBeforeTheServerWants() {
    FeedSchedule schedule = schedule(Duration.ofMinutes(15), 1);
    Instant late = NOW.plus(Duration.ofDays(7));

    assertThat(schedule.afterFailure(NOW, 1, late)).isEqualTo(late);
    assertThat(schedule.afterFailure(NOW, 1, NOW.plusSeconds(1)))
        .isEqualTo(NOW.plus(Duration.ofMinutes(30)));
  }

  @Test
  void settingsRefuseNoTimeAtAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeedSettings(Duration.ZERO, Duration.ofMinutes(5), ""))
        .withMessage("interval must be longer than nothing");
  }

  private static FeedSchedule schedule(Duration interval, double chance) {
    return new FeedSchedule(new FeedSettings(interval, Duration.ofMinutes(5), ""), () -> chance);
  }
}
