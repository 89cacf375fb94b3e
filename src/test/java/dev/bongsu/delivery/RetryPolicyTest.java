package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  @Test
  void waitsGrowUpToAnHour() {
    assertThat(IntStream.range(1, 8).mapToObj(RetryPolicy::delayAfter))
        .extracting(Duration::toSeconds)
        .containsExactly(5L, 15L, 45L, 135L, 405L, 1215L, 3600L);
    assertThat(RetryPolicy.delayAfter(100)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void r068TheEighthAttemptIsTheLast() {
    assertThat(RetryPolicy.isExhausted(7)).isFalse();
    assertThat(RetryPolicy.isExhausted(8)).isTrue();
  }
}
