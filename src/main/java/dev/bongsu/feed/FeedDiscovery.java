package dev.bongsu.feed;

import dev.bongsu.feed.DiscoveryOutcome.Kind;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.HttpRequest;
import dev.bongsu.http.WebAddress;
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
/// common paths of its site. At most eight requests, one after the other.
public final class FeedDiscovery {
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_LINKED_FEEDS = 3;
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
      case FirstStep.Candidates(List<URI> addresses, int status) ->
          addresses.stream()
              .flatMap(candidate -> tryCandidate(candidate).stream())
              .findFirst()
              .<DiscoveryOutcome>map(found -> found)
              .orElseGet(
                  () ->
                      new DiscoveryOutcome.NotFound(
                          Kind.NO_FEED, "no feed; the page answered " + status));
    };
  }

  private FirstStep firstStep(URI address, HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.Refused refused ->
          FirstStep.notFound(
              refused.redirected() ? Kind.UNREACHABLE : Kind.REFUSED, refused.reason());
      case HttpOutcome.Failed(String reason) -> FirstStep.notFound(Kind.UNREACHABLE, reason);
      case HttpOutcome.Response page ->
          parseFeed(address, page)
              .<FirstStep>map(FirstStep.Done::new)
              .orElseGet(() -> new FirstStep.Candidates(candidates(page), page.status()));
    };
  }

  private static List<URI> candidates(HttpOutcome.Response page) {
    List<URI> named = page.isOk() ? FeedLinks.in(page, MAX_LINKED_FEEDS) : List.of();
    return named.isEmpty() && isHtml(page) ? commonFeedAddresses(page.address()) : named;
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

    /// A page, and where its feeds may be.
    record Candidates(List<URI> addresses, int status) implements FirstStep {}
  }
}
