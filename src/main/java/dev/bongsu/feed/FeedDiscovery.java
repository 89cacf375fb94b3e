package dev.bongsu.feed;

import dev.bongsu.feed.DiscoveryOutcome.Kind;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.HttpRequest;
import dev.bongsu.http.SiteRefusal;
import dev.bongsu.http.WebAddress;
import dev.bongsu.syndication.FeedLink;
import dev.bongsu.syndication.FeedLinks;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.syndication.ParseOutcome;
import dev.bongsu.syndication.ParsedFeed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Finds the feed behind an address: the address itself, a feed that its page links to, or the
/// common paths of its site. A site that refuses is not searched. At most eight requests, one after
/// the other.
public final class FeedDiscovery {
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_LINKED_FEEDS = 8;
  private static final int MAX_TRIED_LINKS = 3;
  private static final List<String> COMMON_PATHS =
      List.of("/rss", "/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml");

  private final GuardedHttp http;
  private final FeedParser parser;

  public FeedDiscovery(GuardedHttp http, FeedParser parser) {
    this.http = http;
    this.parser = parser;
  }

  /// Looks for a feed. Blocks the calling virtual thread, for at most 80 s.
  public DiscoveryOutcome discover(URI address) {
    return switch (get(address, outcome -> firstStep(address, outcome))) {
      case FirstStep.Done(DiscoveryOutcome outcome) -> outcome;
      case FirstStep.Named(List<FeedLink> links) -> chooseNamed(links);
      case FirstStep.Unnamed(URI page) -> searchSite(page);
    };
  }

  private FirstStep firstStep(URI address, HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.Refused refused ->
          FirstStep.notFound(
              refused.redirected() ? Kind.UNREACHABLE : Kind.REFUSED, refused.reason());
      case HttpOutcome.Failed(String reason) -> FirstStep.notFound(Kind.UNREACHABLE, reason);
      case HttpOutcome.Response page when page.isOk() -> lookInto(address, page);
      case HttpOutcome.Response page when page.isMissing() || page.isGone() ->
          FirstStep.notFound(Kind.MISSING, "answered " + page.status());
      case HttpOutcome.Response page ->
          SiteRefusal.of(page)
              .map(why -> FirstStep.notFound(Kind.FORBIDDEN, why))
              .orElseGet(() -> FirstStep.notFound(Kind.UNREACHABLE, "answered " + page.status()));
    };
  }

  private FirstStep lookInto(URI address, HttpOutcome.Response page) {
    Optional<DiscoveryOutcome.Found> feed = parseFeed(address, page);
    if (feed.isPresent()) {
      return new FirstStep.Done(feed.get());
    }
    List<FeedLink> named = FeedLinks.in(page, MAX_LINKED_FEEDS);
    if (!named.isEmpty()) {
      return new FirstStep.Named(named);
    }
    return isHtml(page)
        ? new FirstStep.Unnamed(page.address())
        : FirstStep.notFound(Kind.NO_FEED, "no feed and no page");
  }

  /// The one feed of articles is taken, in the first format that can be read. Of several the person
  /// chooses.
  private DiscoveryOutcome chooseNamed(List<FeedLink> links) {
    List<FeedLink> articles = links.stream().filter(link -> !link.isOfComments()).toList();
    long subjects = articles.stream().map(FeedLink::subject).distinct().count();
    return subjects > 1
        ? new DiscoveryOutcome.Choice(true, articles)
        : links.stream()
            .limit(MAX_TRIED_LINKS)
            .flatMap(link -> tryCandidate(link.address()).stream())
            .findFirst()
            .<DiscoveryOutcome>map(found -> found)
            .orElseGet(FeedDiscovery::noFeed);
  }

  /// The feed at a common path is that of the site. It is not what was asked for unless the address
  /// is the site's.
  private DiscoveryOutcome searchSite(URI page) {
    boolean isSite = page.getRawPath().length() < 2;
    return commonFeedAddresses(page).stream()
        .flatMap(candidate -> tryCandidate(candidate).stream())
        .findFirst()
        .<DiscoveryOutcome>map(found -> isSite ? found : offer(found))
        .orElseGet(FeedDiscovery::noFeed);
  }

  private static DiscoveryOutcome offer(DiscoveryOutcome.Found found) {
    FeedLink link = new FeedLink(found.address(), found.fetched().feed().title());
    return new DiscoveryOutcome.Choice(false, List.of(link));
  }

  private static DiscoveryOutcome noFeed() {
    return new DiscoveryOutcome.NotFound(Kind.NO_FEED, "no feed on the page");
  }

  private Optional<DiscoveryOutcome.Found> tryCandidate(URI candidate) {
    return get(
        candidate,
        outcome ->
            outcome instanceof HttpOutcome.Response response
                ? parseFeed(candidate, response)
                : Optional.empty());
  }

  private Optional<DiscoveryOutcome.Found> parseFeed(URI requested, HttpOutcome.Response response) {
    if (!response.isOk()
        || !(parser.parse(response.bytes(), response.contentType(), response.address())
            instanceof ParseOutcome.Parsed(ParsedFeed feed))) {
      return Optional.empty();
    }
    // A temporary redirect does not change the address, and credentials do not survive one.
    URI moved = response.movedTo();
    URI address = moved == null || requested.getRawUserInfo() != null ? requested : moved;
    return Optional.of(new DiscoveryOutcome.Found(address, FeedFetcher.fetched(response, feed)));
  }

  /// The page is forgotten when the parser returns: it does not take memory while others are tried.
  private <R> R get(URI address, Function<HttpOutcome, R> parser) {
    return http.get(
        HttpRequest.of(address, FeedFetcher.ACCEPT).withDeadline(REQUEST_TIMEOUT), parser);
  }

  /// Whether to try common paths of the site: not if the address is of a broken document.
  private static boolean isHtml(HttpOutcome.Response response) {
    String type = String.valueOf(response.contentType()).toLowerCase(Locale.ROOT);
    return type.contains("html");
  }

  private static List<URI> commonFeedAddresses(URI page) {
    return COMMON_PATHS.stream()
        .flatMap(path -> WebAddress.resolve(page, path).stream())
        .filter(place -> !place.equals(page))
        .toList();
  }

  /// What the address itself says.
  private sealed interface FirstStep {
    static FirstStep notFound(Kind kind, String reason) {
      return new Done(new DiscoveryOutcome.NotFound(kind, reason));
    }

    /// The answer.
    record Done(DiscoveryOutcome outcome) implements FirstStep {}

    /// A page that names feeds.
    record Named(List<FeedLink> links) implements FirstStep {}

    /// A page that names none.
    record Unnamed(URI page) implements FirstStep {}
  }
}
