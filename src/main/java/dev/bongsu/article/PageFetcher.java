package dev.bongsu.article;

import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.HttpRequest;
import dev.bongsu.http.RobotsTxt;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.page.ArticleText;
import dev.bongsu.page.EntryMetadata;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets the text of an article: from its page, or from its feed if the page is unavailable.
public final class PageFetcher {
  private static final Logger LOG = LoggerFactory.getLogger(PageFetcher.class);
  private static final String ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";

  private static final int MAX_FEED_TO_PAGE_RATIO = 2;
  private static final Duration MIN_TIMEOUT = Duration.ofSeconds(10);

  private final GuardedHttp http;
  private final ArticleReader reader;
  private final HostStore hosts;
  private final RobotsTxt robots;
  private final TextQuotaStore quotas;
  private final InstantSource clock;

  public PageFetcher(
      GuardedHttp http,
      ArticleReader reader,
      HostStore hosts,
      RobotsTxt robots,
      TextQuotaStore quotas,
      InstantSource clock) {
    this.quotas = quotas;
    this.robots = robots;
    this.http = http;
    this.reader = reader;
    this.hosts = hosts;
    this.clock = clock;
  }

  /// Fetches the robots.txt of the page's host if it is unknown. This uses the host's reservation.
  ///
  /// @return false if the rules were known: the page can be fetched now
  public boolean fetchRobotsIfUnknown(DueArticle due) {
    URI page = due.article().link();
    if (due.host().isEmpty() || robots.isAllowed(page).isPresent()) {
      return false;
    }
    fetchRobots(page, due.host(), due);
    return true;
  }

  private void fetchRobots(URI page, String host, DueArticle due) {
    // without a time it holds nothing: the article would wait for its deadline, and need not
    if (robots.fetch(page, timeoutFor(due)) instanceof HttpOutcome.Response response
        && response.retryAt() != null) {
      holdHost(host, response);
    }
  }

  /// The article's text; the feed's own text if the page is unavailable.
  ///
  /// @return empty if the page redirects to a host whose robots.txt had to be fetched first: the
  ///   page can be fetched after that host's gap
  public Optional<ArticleText> fetchText(DueArticle due) {
    ArticleText fromFeed = reader.readPlain(due.article().text(), hints(due));
    if (due.host().isEmpty()) {
      return Optional.of(fromFeed);
    }
    if (quotas.isUsedUp(due.article().id())) {
      return Optional.of(fallBackToFeed(due, "its feed's quota of text is used up", fromFeed));
    }
    if (!robots.isAllowed(due.article().link()).orElse(true)) {
      return Optional.of(fallBackToFeed(due, "its robots.txt", fromFeed));
    }
    RobotsRedirectFilter rules = new RobotsRedirectFilter(robots);
    HttpRequest request =
        HttpRequest.of(due.article().link(), ACCEPT)
            .withDeadline(timeoutFor(due))
            .withRedirectsTo(rules);
    Optional<ArticleText> text =
        http.get(
            request,
            outcome ->
                rules.targetWithUnknownRobots() == null
                    ? Optional.of(text(due, outcome, fromFeed))
                    : Optional.empty());
    URI unasked = rules.targetWithUnknownRobots();
    if (unasked != null) {
      fetchRobotsOfRedirectTarget(unasked, due);
    }
    return text;
  }

  /// Reserves the other host if it is free. Fetches the file even if not: it is one small file a
  /// day.
  private void fetchRobotsOfRedirectTarget(URI page, DueArticle due) {
    String host = HostStore.hostOf(page);
    boolean reserved = hosts.reserve(List.of(host), timeoutFor(due)).contains(host);
    try {
      fetchRobots(page, host, due);
    } finally {
      if (reserved) {
        hosts.release(host);
      }
    }
  }

  private ArticleText text(DueArticle due, HttpOutcome outcome, ArticleText fromFeed) {
    return switch (outcome) {
      case HttpOutcome.Response page when page.isOk() -> {
        holdHost(due.host(), page);
        yield chooseText(fromPage(due, page), fromFeed);
      }
      case HttpOutcome.Response page -> {
        holdHost(due.host(), page);
        yield fallBackToFeed(due, "status " + page.status(), fromFeed);
      }
      case HttpOutcome.Refused(String reason) -> fallBackToFeed(due, reason, fromFeed);
      case HttpOutcome.Failed(String reason) -> fallBackToFeed(due, reason, fromFeed);
    };
  }

  /// The rest of the article's deadline, with a minimum for late articles.
  private Duration timeoutFor(DueArticle due) {
    Duration left = Duration.between(clock.instant(), due.pageDeadline());
    return left.compareTo(MIN_TIMEOUT) < 0 ? MIN_TIMEOUT : left;
  }

  /// A host that asks for fewer requests gets none for a while, for feeds and other pages neither.
  private void holdHost(String host, HttpOutcome.Response page) {
    Instant until = page.retryAt();
    if (page.isRateLimited()) {
      hosts.limit(host, until);
    } else if (until != null) {
      hosts.pauseUntil(host, until);
    }
  }

  private ArticleText fromPage(DueArticle due, HttpOutcome.Response page) {
    return reader.read(page.bytes(), page.contentType(), page.address(), hints(due));
  }

  private static ArticleText fallBackToFeed(DueArticle due, String reason, ArticleText fromFeed) {
    LOG.info(
        "Article {}: page not fetched ({}), using the feed's text",
        due.article().id().value(),
        reason);
    return fromFeed;
  }

  /// A feed with the whole text is better than a page with a part of it. A page that is not an
  /// article is ignored.
  private static ArticleText chooseText(ArticleText page, ArticleText feed) {
    int length = page.text().length();
    boolean preferred =
        switch (page.kind()) {
          case NOT_AN_ARTICLE -> false;
          case STUB, MEDIA -> length >= feed.text().length();
          case NEWS, PRESS_RELEASE, ADVISORY, LIVE_BLOG, COLUMN ->
              length > 0 && MAX_FEED_TO_PAGE_RATIO * length >= feed.text().length();
        };
    return preferred ? page : feed;
  }

  private static EntryMetadata hints(DueArticle due) {
    return new EntryMetadata(due.article().title(), due.article().published(), due.feedLanguage());
  }
}
