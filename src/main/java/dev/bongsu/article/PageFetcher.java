package dev.bongsu.article;

import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.HttpRequest;
import dev.bongsu.http.Robots;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.page.ArticleText;
import dev.bongsu.page.Hints;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets the text of an article: from its page, or from its feed if the page cannot be had.
public final class PageFetcher {
  private static final Logger LOG = LoggerFactory.getLogger(PageFetcher.class);
  private static final String ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";

  private static final int PAGE_WORTH = 2;
  private static final Duration LEAST = Duration.ofSeconds(10);

  private final GuardedHttp http;
  private final ArticleReader reader;
  private final HostStore hosts;
  private final Robots robots;
  private final InstantSource clock;

  public PageFetcher(
      GuardedHttp http, ArticleReader reader, HostStore hosts, Robots robots, InstantSource clock) {
    this.robots = robots;
    this.http = http;
    this.reader = reader;
    this.hosts = hosts;
    this.clock = clock;
  }

  /// Asks the page's host what robots may read, if that is not known: one of the host's turns goes
  /// for it.
  ///
  /// @return false if nothing had to be asked, and the page can be read now
  public boolean asksRobots(DueArticle due) {
    URI page = due.article().link();
    if (due.host().isEmpty() || robots.allow(page).isPresent()) {
      return false;
    }
    ask(page, due.host(), due);
    return true;
  }

  private void ask(URI page, String host, DueArticle due) {
    Instant patience = robots.ask(page, timeFor(due));
    if (patience != null) {
      hosts.hold(host, patience);
    }
  }

  /// The article's text: the feed's own stands in for a page that cannot be had.
  ///
  /// @return empty if the page has moved to a host that had to be asked first what robots may read:
  ///   the page can be read after that host's gap
  public Optional<ArticleText> read(DueArticle due) {
    ArticleText fromFeed = reader.readPlain(due.article().text(), hints(due));
    if (due.host().isEmpty()) {
      return Optional.of(fromFeed);
    }
    if (!robots.allow(due.article().link()).orElse(true)) {
      return Optional.of(without(due, "its robots.txt", fromFeed));
    }
    RedirectRules rules = new RedirectRules(robots);
    HttpRequest request =
        HttpRequest.of(due.article().link(), ACCEPT).within(timeFor(due)).following(rules);
    HttpOutcome outcome = http.get(request);
    URI unasked = rules.unasked();
    if (unasked != null) {
      askElsewhere(unasked, due);
      return Optional.empty();
    }
    return Optional.of(text(due, outcome, fromFeed));
  }

  /// Takes one of the other host's turns, unless they are all taken: it is one small file a day.
  private void askElsewhere(URI page, DueArticle due) {
    String host = HostStore.hostOf(page);
    boolean reserved = hosts.reserve(List.of(host), timeFor(due)).contains(host);
    try {
      ask(page, host, due);
    } finally {
      if (reserved) {
        hosts.free(host);
      }
    }
  }

  private ArticleText text(DueArticle due, HttpOutcome outcome, ArticleText fromFeed) {
    return switch (outcome) {
      case HttpOutcome.Response page when page.isOk() -> better(fromPage(due, page), fromFeed);
      case HttpOutcome.Response page -> {
        holdHost(due, page);
        yield without(due, "status " + page.status(), fromFeed);
      }
      case HttpOutcome.Refused(String reason) -> without(due, reason, fromFeed);
      case HttpOutcome.Failed(String reason) -> without(due, reason, fromFeed);
    };
  }

  /// What is left of the article's deadline; an article that was found late still gets a little.
  private Duration timeFor(DueArticle due) {
    Duration left = Duration.between(clock.instant(), due.pageUntil());
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  /// The server wants to be left alone: by its feeds and its other pages, too.
  private void holdHost(DueArticle due, HttpOutcome.Response page) {
    Instant until = page.retryAt();
    if (until != null) {
      hosts.hold(due.host(), until);
    }
  }

  private ArticleText fromPage(DueArticle due, HttpOutcome.Response page) {
    return reader.read(page.bytes(), page.contentType(), page.address(), hints(due));
  }

  private static ArticleText without(DueArticle due, String reason, ArticleText fromFeed) {
    LOG.info("Article {}: its page cannot be had ({})", due.article().id().value(), reason);
    return fromFeed;
  }

  /// A feed that brings the whole text is better than a page that shows a part of it; a page that
  /// is no article says nothing about ours.
  private static ArticleText better(ArticleText page, ArticleText feed) {
    int length = page.text().length();
    boolean preferred =
        switch (page.kind()) {
          case NOT_AN_ARTICLE -> false;
          case STUB, MEDIA -> length >= feed.text().length();
          case NEWS, PRESS_RELEASE, ADVISORY, LIVE_BLOG, COLUMN ->
              length > 0 && PAGE_WORTH * length >= feed.text().length();
        };
    return preferred ? page : feed;
  }

  private static Hints hints(DueArticle due) {
    return new Hints(due.article().title(), due.article().published(), due.feedLanguage());
  }
}
