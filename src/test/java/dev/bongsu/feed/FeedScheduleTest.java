package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bongsu.syndication.FeedHints;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.syndication.ParseOutcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedScheduleTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-10T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void theFloorWinsOverAShorterInterval() {
    FeedSchedule schedule = schedule(Duration.ofMinutes(1), 0);

    assertThat(
            schedule.afterSuccess(NOW, schedule.adaptiveInterval().baseInterval(), FeedHints.NONE))
        .isEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ttl>60</ttl>|2026-03-10T01:00:00Z",
        "<ttl>1</ttl>|2026-03-10T00:15:00Z",
        "<ttl>99999</ttl>|2026-03-11T00:00:00Z",
        "<ttl>soon</ttl>|2026-03-10T00:15:00Z",
        "<updatePeriod>daily</updatePeriod><updateFrequency>4</updateFrequency>|2026-03-10T06:00:00Z",
        "<skipHours><hour>0</hour><hour>1</hour></skipHours>|2026-03-10T02:00:00Z",
        "<skipHours><hour>24</hour></skipHours>|2026-03-10T01:00:00Z",
        "<skipDays><day>Tuesday</day></skipDays>|2026-03-11T00:00:00Z",
        "<skipDays><day>Friday</day></skipDays>|2026-03-10T00:15:00Z"
      })
  void r081PollsNoSoonerThanTheFeedAllows(String hints, Instant expected) {
    FeedSchedule schedule = schedule(Duration.ofMinutes(15), 0);
    FeedHints stored = FeedHints.decode(read(hints).encode());

    assertThat(schedule.afterSuccess(MIDNIGHT, Duration.ofMinutes(15), stored)).isEqualTo(expected);
  }

  private static FeedHints read(String hints) {
    String feed = "<rss version='2.0'><channel><title>t</title>" + hints + "</channel></rss>";
    ParseOutcome outcome =
        new FeedParser()
            .parse(feed.getBytes(StandardCharsets.UTF_8), "text/xml", URI.create("http://a.test/"));
    return ((ParseOutcome.Parsed) outcome).feed().hints();
  }

  @Test
  void pollsFasterDuringABurstAndSlowsDownAfterwards() {
    AdaptiveInterval pace = new AdaptiveInterval(Duration.ofMinutes(5), Duration.ofMinutes(60));
    List<Instant> burst =
        IntStream.range(0, 9).mapToObj(i -> NOW.minus(Duration.ofMinutes(20L * i))).toList();

    Duration during = pace.afterChange(burst, NOW);
    Duration after = pace.afterNoChange(during, NOW, NOW.plus(Duration.ofHours(1)));

    assertThat(during).isEqualTo(Duration.ofMinutes(10));
    assertThat(after).isEqualTo(Duration.ofMinutes(15));
    assertThat(pace.afterChange(List.of(NOW), NOW)).isEqualTo(Duration.ofMinutes(60));
    assertThat(pace.afterChange(Collections.nCopies(500, NOW), NOW))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(pace.afterNoChange(during, NOW, NOW.plus(Duration.ofDays(8))))
        .isEqualTo(Duration.ofHours(2));
    assertThat(pace.afterNoChange(during, NOW, NOW.plus(Duration.ofDays(31))))
        .isEqualTo(Duration.ofHours(4));
  }

  @Test
  void r085BacksOffUpToADayWithJitter() {
    FeedSchedule latest = schedule(Duration.ofMinutes(15), 1);
    FeedSchedule soonest = schedule(Duration.ofMinutes(15), 0);

    assertThat(latest.afterFailure(NOW, 1, NOW, null)).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    assertThat(latest.afterFailure(NOW, 3, NOW.minus(Duration.ofHours(23)), null))
        .as("perhaps an outage of the host")
        .isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(latest.afterFailure(NOW, 3, NOW.minus(Duration.ofDays(1)), null))
        .isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(latest.afterFailure(NOW, 1_000, NOW.minus(Duration.ofDays(9)), null))
        .isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(soonest.afterFailure(NOW, 9, NOW, null)).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void r082NeverPollsBeforeRetryAfter() {
    FeedSchedule schedule = schedule(Duration.ofMinutes(15), 1);
    Instant late = NOW.plus(Duration.ofDays(7));

    assertThat(schedule.afterFailure(NOW, 1, NOW, late)).isEqualTo(late);
    assertThat(schedule.afterFailure(NOW, 1, NOW, NOW.plusSeconds(1)))
        .isEqualTo(NOW.plus(Duration.ofMinutes(30)));
  }

  @Test
  void settingsRejectAZeroInterval() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new FeedSettings(
                    Duration.ZERO,
                    Duration.ofMinutes(5),
                    FeedSettings.Audience.KEEPERS,
                    List.of(),
                    ""))
        .withMessage("interval must be positive");
  }

  private static FeedSchedule schedule(Duration interval, double chance) {
    return new FeedSchedule(
        new FeedSettings(
            interval, Duration.ofMinutes(5), FeedSettings.Audience.KEEPERS, List.of(), ""),
        () -> chance);
  }
}
