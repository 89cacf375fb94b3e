package dev.bongsu.syndication;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.WebAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The feeds that a web page links to (RSS and Atom autodiscovery).
public final class FeedLinks {
  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "application/json",
          "application/xml",
          "text/xml");

  private FeedLinks() {}

  /// The feeds in the page's order, those of comments last; each address once.
  ///
  /// @param max how many at most
  public static List<FeedLink> in(HttpOutcome.Response page, int max) {
    Document html =
        Jsoup.parse(
            TextDecoder.decode(page.bytes(), page.contentType()), page.address().toString());
    URI base = WebAddress.of(html.baseUri()).orElse(page.address());
    return html.select("link[rel~=(?i)\\b(?:alternate|feed)\\b][href]").stream()
        .filter(link -> FEED_TYPES.contains(mediaType(link.attr("type"))))
        .flatMap(link -> feedLink(base, link).stream())
        .collect(
            Collectors.toMap(FeedLink::address, link -> link, (one, _) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .sorted(Comparator.comparing(FeedLink::isOfComments))
        .limit(max)
        .toList();
  }

  private static Optional<FeedLink> feedLink(URI base, Element link) {
    return WebAddress.resolve(base, link.attr("href"))
        .map(address -> new FeedLink(address, link.attr("title").strip()));
  }

  private static String mediaType(String text) {
    return text.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
  }
}
