package dev.bongsu.feed;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.feed.DiscoveryOutcome.Kind;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.HttpRequest;
import dev.bongsu.http.WebAddress;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.syndication.ParseOutcome;
import dev.bongsu.syndication.ParsedFeed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Finds the feed that somebody means by an address: the address itself, what its page names, or
/// the usual places. At most eight requests, one after the other.
public final class FeedDiscovery {
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_LINKED_FEEDS = 3;
  private static final List<String> COMMON_PATHS =
      List.of("/rss", "/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml");
  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "application/json",
          "application/xml",
          "text/xml");

  private final GuardedHttp http;
  private final FeedParser parser;

  public FeedDiscovery(GuardedHttp http, FeedParser parser) {
    this.http = http;
    this.parser = parser;
  }

  /// Looks for a feed. Blocks its (virtual) thread, for 80 s at the very worst.
  public DiscoveryOutcome discover(URI address) {
    return switch (get(address)) {
      case HttpOutcome.Refused(String reason) ->
          new DiscoveryOutcome.NotFound(Kind.UNREACHABLE, reason);
      case HttpOutcome.Failed(String reason) ->
          new DiscoveryOutcome.NotFound(Kind.UNREACHABLE, reason);
      case HttpOutcome.Response page -> findFeed(address, page);
    };
  }

  private DiscoveryOutcome findFeed(URI address, HttpOutcome.Response page) {
    Optional<DiscoveryOutcome.Found> itself = parseFeed(address, page);
    if (itself.isPresent()) {
      return itself.get();
    }
    List<URI> named = page.isOk() ? linkedFeeds(page) : List.of();
    List<URI> candidates =
        named.isEmpty() && isHtml(page) ? commonFeedAddresses(page.address()) : named;
    return candidates.stream()
        .flatMap(candidate -> tryCandidate(candidate).stream())
        .findFirst()
        .<DiscoveryOutcome>map(found -> found)
        .orElseGet(
            () ->
                new DiscoveryOutcome.NotFound(
                    Kind.NO_FEED, "no feed; the page answered " + page.status()));
  }

  private Optional<DiscoveryOutcome.Found> tryCandidate(URI candidate) {
    return get(candidate) instanceof HttpOutcome.Response response
        ? parseFeed(candidate, response)
        : Optional.empty();
  }

  private Optional<DiscoveryOutcome.Found> parseFeed(URI asked, HttpOutcome.Response response) {
    if (!response.isOk()
        || !(parser.parse(response.bytes(), response.contentType(), response.address())
            instanceof ParseOutcome.Parsed(ParsedFeed feed))) {
      return Optional.empty();
    }
    // a temporary redirect is the publisher's business, and credentials do not survive one
    URI moved = response.movedTo();
    URI address = moved == null || asked.getRawUserInfo() != null ? asked : moved;
    return Optional.of(new DiscoveryOutcome.Found(address, FeedFetcher.fetched(response, feed)));
  }

  private HttpOutcome get(URI address) {
    return http.get(HttpRequest.of(address, FeedFetcher.ACCEPT).withDeadline(REQUEST_TIMEOUT));
  }

  private static List<URI> linkedFeeds(HttpOutcome.Response page) {
    Document html =
        Jsoup.parse(
            TextDecoder.decode(page.bytes(), page.contentType()), page.address().toString());
    URI base = WebAddress.of(html.baseUri()).orElse(page.address());
    return html.select("link[rel~=(?i)\\b(?:alternate|feed)\\b][href]").stream()
        .filter(link -> FEED_TYPES.contains(mediaType(link.attr("type"))))
        .flatMap(link -> WebAddress.resolve(base, link.attr("href")).stream())
        .distinct()
        .limit(MAX_LINKED_FEEDS)
        .toList();
  }

  /// Whether to look elsewhere on the site: not for somebody who named a document that is broken.
  private static boolean isHtml(HttpOutcome.Response response) {
    String type = String.valueOf(response.contentType()).toLowerCase(Locale.ROOT);
    return type.contains("html");
  }

  private static String mediaType(String text) {
    return text.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
  }

  private static List<URI> commonFeedAddresses(URI page) {
    return COMMON_PATHS.stream()
        .flatMap(path -> WebAddress.resolve(page, path).stream())
        .filter(place -> !place.equals(page))
        .toList();
  }
}
