package dev.bongsu.http;

import crawlercommons.robots.SimpleRobotRulesParser;
import dev.bongsu.storage.Database;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which pages a host allows robots to fetch (RFC 9309). Fetched once a day for each host and
/// shared by all nodes.
///
/// A 4xx response allows everything. An unreachable host or a 5xx response allows nothing; the next
/// attempt follows after an hour.
public final class RobotsTxt {
  private static final Duration CACHE_TTL = Duration.ofDays(1);
  private static final Duration RETRY_DELAY = Duration.ofHours(1);
  private static final int MAX_CHARS = 500 * 1024;
  private static final int OK = 200;
  private static final int UNREACHABLE_STATUS = 599;
  private static final List<String> ROBOT_NAMES = List.of(UserAgent.NAME.toLowerCase(Locale.ROOT));

  private final GuardedHttp http;
  private final RobotsStore store;
  private final InstantSource clock;

  public RobotsTxt(GuardedHttp http, Database database, InstantSource clock) {
    this.http = http;
    this.store = new RobotsStore(database);
    this.clock = clock;
  }

  /// Whether the page may be fetched; empty if the host's rules are unknown or expired. Then call
  /// [#fetch(URI, Duration)], and respect the host's gap before the page.
  public Optional<Boolean> isAllowed(URI page) {
    return store.find(HostStore.hostOf(page), clock.instant()).map(rules -> allows(rules, page));
  }

  private static boolean allows(RobotsStore.Rules rules, URI page) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    return rules.status() == OK
        ? parser
            .parseContent(
                robotsUri(page).toString(),
                rules.text().getBytes(StandardCharsets.UTF_8),
                "text/plain",
                ROBOT_NAMES)
            .isAllowed(page.toString())
        : parser.failedFetch(rules.status()).isAllowed(page.toString());
  }

  /// Fetches and stores the rules of a page's host. Blocks.
  ///
  /// @return the host's Retry-After; null if it sent none
  public @Nullable Instant fetch(URI page, Duration patience) {
    Instant now = clock.instant();
    HttpRequest request =
        HttpRequest.of(robotsUri(page), "text/plain, */*;q=0.1").withDeadline(patience);
    HttpOutcome outcome = http.get(request);
    if (outcome instanceof HttpOutcome.Response response) {
      boolean broken = response.status() >= 500 || response.isRateLimited();
      String text = new String(response.bytes(), StandardCharsets.UTF_8).replace("\0", "");
      store.save(
          HostStore.hostOf(page),
          new RobotsStore.Rules(
              response.isRateLimited() ? UNREACHABLE_STATUS : response.status(),
              response.isOk() ? text.substring(0, Math.min(text.length(), MAX_CHARS)) : ""),
          now.plus(broken ? RETRY_DELAY : CACHE_TTL));
      return response.retryAt();
    }
    store.save(
        HostStore.hostOf(page),
        new RobotsStore.Rules(UNREACHABLE_STATUS, ""),
        now.plus(RETRY_DELAY));
    return null;
  }

  private static URI robotsUri(URI page) {
    return page.resolve("/robots.txt");
  }
}
