package dev.bongsu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The reading of pages that are slow, by one bot and by two: what a second bot is worth.
class TwoNodesReadingIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  @TempDir private Path temporary;

  @Test
  @EnabledIfSystemProperty(named = Faults.PROPERTY, matches = "true")
  void r072TwoNodesReadEachPageOnceAndFasterThanOne() {
    try (RestartablePostgres postgres = RestartablePostgres.start(temporary.resolve("postgres"));
        SlowPages pages = SlowPages.start()) {
      Map<String, String> settings = settings(postgres, pages);
      Duration alone;
      Duration together;
      int articles = Faults.pickCount(100, 600);
      try (BotNode first = BotNode.start(temporary, "first", settings)) {
        await().atMost(TIMEOUT).until(first::isReady);
        first.process().type("/addfeed " + pages.feed());
        first.process().awaitOutput("Many sites");
        alone = measure(pages, articles);
        settings.put("BONGSU_CONSOLE_ENABLED", "false");
        try (BotNode second = BotNode.start(temporary, "second", settings)) {
          await().atMost(TIMEOUT).until(second::isReady);
          together = measure(pages, articles);
        }
      }
      Faults.report(
          "reading %d pages of 500 ms".formatted(articles),
          "one node %d ms, two nodes %d ms, ratio %.2f"
              .formatted(
                  alone.toMillis(),
                  together.toMillis(),
                  (double) alone.toMillis() / together.toMillis()));
    }
  }

  /// The second time; the first warms up.
  private static Duration measure(SlowPages pages, int articles) {
    read(pages, 50);
    read(pages, articles);
    return pages.fetchDuration();
  }

  private static void read(SlowPages pages, int articles) {
    pages.publish(articles);
    await().atMost(TIMEOUT).until(() -> pages.fetchedPages() == articles);
    assertThat(pages.fetchedRepeatedly()).isZero();
  }

  private static Map<String, String> settings(RestartablePostgres postgres, SlowPages pages) {
    Map<String, String> settings = new HashMap<>(postgres.settings());
    settings.put("BONGSU_HTTP_ALLOW", pages.allow());
    settings.put("BONGSU_FEED_CATALOGUE", "");
    settings.put("BONGSU_FEED_INTERVAL", "1s");
    settings.put("BONGSU_FEED_MIN_INTERVAL", "1s");
    return settings;
  }
}
