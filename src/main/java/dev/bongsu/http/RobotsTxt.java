package dev.bongsu.http;

import crawlercommons.robots.SimpleRobotRules;
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
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which pages a host allows robots to fetch (RFC 9309). Fetched once a day for each host and
/// shared by all nodes.
///
/// A 4xx response allows everything. An unreachable host or a 5xx response allows nothing; the next
/// attempt follows after an hour.
public final class RobotsTxt {
  private static final Logger LOG = LoggerFactory.getLogger(RobotsTxt.class);
  private static final Duration CACHE_TTL = Duration.ofDays(1);
  private static final Duration RETRY_DELAY = Duration.ofHours(1);
  private static final int MAX_CHARS = 500 * 1024;

  /// Of the rules that are kept; real ones have a few thousand.
  private static final int MAX_STORED_CHARS = 32 * 1024;

  private static final int OK = 200;
  private static final int UNREACHABLE_STATUS = 599;
  private static final String GROUP_START = "User-agent: *\n";
  private static final String FORBID_ALL = GROUP_START + "Disallow: /\n";
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
    return rules.status() == OK
        ? parse(robotsUri(page), rules.text()).isAllowed(page.toString())
        : new SimpleRobotRulesParser().failedFetch(rules.status()).isAllowed(page.toString());
  }

  private static SimpleRobotRules parse(URI address, String text) {
    return new SimpleRobotRulesParser()
        .parseContent(
            address.toString(), text.getBytes(StandardCharsets.UTF_8), "text/plain", ROBOT_NAMES);
  }

  /// The rules that concern this agent, as a robots.txt of their own. Past the limit everything is
  /// forbidden: a rule left out might have forbidden a page.
  private static String ownRules(URI address, String text) {
    SimpleRobotRules rules = parse(address, text.substring(0, Math.min(text.length(), MAX_CHARS)));
    if (rules.isAllowNone()) {
      return FORBID_ALL;
    }
    String own =
        rules.getRobotRules().stream()
            .map(rule -> (rule.isAllow() ? "Allow: " : "Disallow: ") + rule.getPrefix())
            .collect(Collectors.joining("\n", GROUP_START, "\n"));
    if (own.length() > MAX_STORED_CHARS) {
      LOG.warn(
          "{}: {} characters of rules for this agent are too many; taken as a ban",
          address,
          own.length());
      return FORBID_ALL;
    }
    return own.equals(GROUP_START + "\n") ? "" : own;
  }

  /// Fetches and stores the rules of a page's host. Blocks.
  ///
  /// @return the response, also one that asks for patience
  public HttpOutcome fetch(URI page, Duration patience) {
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
              response.isOk() ? ownRules(robotsUri(page), text) : ""),
          now.plus(broken ? RETRY_DELAY : CACHE_TTL));
      return outcome;
    }
    store.save(
        HostStore.hostOf(page),
        new RobotsStore.Rules(UNREACHABLE_STATUS, ""),
        now.plus(RETRY_DELAY));
    return outcome;
  }

  private static URI robotsUri(URI page) {
    return page.resolve("/robots.txt");
  }
}
