package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateHintsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "x-ratelimit-reset|213|2026-03-02T00:03:33Z",
        "x-ratelimit-reset|12.5|2026-03-02T00:00:12.500Z",
        "x-ratelimit-reset|1772410500|2026-03-02T00:15:00Z",
        "x-rate-limit-reset|1772410500000|2026-03-02T00:15:00Z",
        "x-ratelimit-reset|2026-03-02T00:10:00Z|2026-03-02T00:10:00Z",
        "x-ratelimit-reset|Mon, 02 Mar 2026 00:05:00 GMT|2026-03-02T00:05:00Z",
        "ratelimit-reset|60|2026-03-02T00:01:00Z",
        "ratelimit|\"default\";r=0;t=30|2026-03-02T00:00:30Z",
        "ratelimit|\"hour\";r=5;pk=:x:;t=3000|2026-03-02T00:50:00Z",
        "ratelimit|limit=10, remaining=0, reset=4|2026-03-02T00:00:04Z",
        "ratelimit|r=0; t=\"9\"|2026-03-02T00:00:09Z",
        "x-ratelimit-reset|1600000000|-",
        "x-ratelimit-reset|0|-",
        "x-ratelimit-reset|-5|-",
        "x-ratelimit-reset|soon|-",
        "x-ratelimit-reset|99999999999999999999999|2026-03-09T00:00:00Z",
        "ratelimit-policy|\"default\";q=100;w=60|-"
      })
  void readsWhenThereAreRequestsAgain(String header, String value, @Nullable Instant expected) {
    assertThat(RateHints.of(new Headers(Map.of(header, value)), NOW).reset()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-ratelimit-remaining|0|true",
        "x-ratelimit-remaining|0.0|true",
        "x-ratelimit-remaining|3|false",
        "ratelimit|\"a\";r=0;t=30|true",
        "ratelimit|\"a\";r=12;t=30|false",
        "ratelimit|limit=10, remaining=0, reset=4|true",
        "x-other|0|false"
      })
  void knowsWhetherAnyAreLeft(String header, String value, boolean usedUp) {
    assertThat(RateHints.of(new Headers(Map.of(header, value)), NOW).isUsedUp()).isEqualTo(usedUp);
  }
}
