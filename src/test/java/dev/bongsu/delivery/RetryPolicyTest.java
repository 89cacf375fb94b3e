package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  @Test
  void waitsGrowUpToAnHour() {
    assertThat(IntStream.range(1, 8).mapToObj(RetryPolicy::waitAfter))
        .extracting(Duration::toSeconds)
        .containsExactly(5L, 15L, 45L, 135L, 405L, 1215L, 3600L);
    assertThat(RetryPolicy.waitAfter(100)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void r068TheEighthAttemptIsTheLast() {
    assertThat(RetryPolicy.isSpent(7)).isFalse();
    assertThat(RetryPolicy.isSpent(8)).isTrue();
  }
}
