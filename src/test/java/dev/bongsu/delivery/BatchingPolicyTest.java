package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.delivery.BatchingPolicy.Decision;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchingPolicyTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofHours(1));
  private static final Duration MILLI = Duration.ofMillis(1);

  @Test
  void r044AlertsUpToTheLimitAreSentSingly() {
    assertThat(within(queue(59, null, false), START)).isTrue();
    assertThat(within(queue(60, null, false), START)).isFalse();
    assertThat(within(queue(60, null, false), END.minus(MILLI))).isFalse();
    assertThat(within(queue(60, null, false), END)).as("a new hour").isTrue();
    assertThat(within(queue(0, null, true), END)).as("those that wait go first").isFalse();
    assertThat(within(queue(0, null, true), START)).isFalse();
  }

  @Test
  void r044TheFirstDigestWaitsForAQuietMinuteOrTenMinutes() {
    ChatQueue queue = queue(60, null, true);
    Instant oldest = START.plusSeconds(60);
    Instant newest = START.plusSeconds(120);
    Instant quiet = newest.plus(Duration.ofMinutes(1));
    assertThat(BatchingPolicy.decide(queue, oldest, newest, quiet.minus(MILLI)))
        .isEqualTo(new Decision.Hold(quiet));
    assertThat(BatchingPolicy.decide(queue, oldest, newest, quiet))
        .isEqualTo(new Decision.SendDigest());

    Instant late = oldest.plus(Duration.ofMinutes(10));
    assertThat(BatchingPolicy.decide(queue, oldest, late.minusSeconds(30), late.minus(MILLI)))
        .isEqualTo(new Decision.Hold(late));
    assertThat(BatchingPolicy.decide(queue, oldest, late.minusSeconds(30), late))
        .isEqualTo(new Decision.SendDigest());
  }

  @Test
  void r044AfterADigestTheRestWaitsForTheEndOfTheHour() {
    for (Instant digest : new Instant[] {START, START.plusSeconds(600)}) {
      ChatQueue queue = queue(60, digest, true);
      Instant oldest = START.plusSeconds(700);
      assertThat(BatchingPolicy.decide(queue, oldest, oldest, END.minus(MILLI)))
          .isEqualTo(new Decision.Hold(END));
      assertThat(BatchingPolicy.decide(queue, END.minus(MILLI), END.minus(MILLI), END))
          .isEqualTo(new Decision.SendDigest());
    }
    ChatQueue before = queue(60, START.minus(MILLI), true);
    assertThat(BatchingPolicy.decide(before, START, START, START.plusSeconds(60)))
        .as("the digest of the hour before does not count")
        .isEqualTo(new Decision.SendDigest());
  }

  @Test
  void r044AnHourBeginsWithTheFirstAlertAfterTheLast() {
    ChatQueue queue = queue(7, null, false);
    assertThat(BatchingPolicy.hourStartAt(queue, END.minus(MILLI))).isEqualTo(START.toEpochMilli());
    assertThat(BatchingPolicy.hourStartAt(queue, END)).isEqualTo(END.toEpochMilli());
    assertThat(BatchingPolicy.alertsInHour(queue, START.toEpochMilli())).isEqualTo(7);
    assertThat(BatchingPolicy.alertsInHour(queue, END.toEpochMilli())).isZero();
  }

  private static boolean within(ChatQueue queue, Instant now) {
    return BatchingPolicy.isWithinLimit(queue, 60, now);
  }

  private static ChatQueue queue(int alerts, @Nullable Instant digest, boolean holding) {
    long last = digest == null ? 0 : digest.toEpochMilli();
    return new ChatQueue(0, 0, 0, START.toEpochMilli(), alerts, last, holding);
  }
}
