package dev.bongsu.syndication;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

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

  /// The addresses in the page's order, each once.
  ///
  /// @param max how many at most
  public static List<URI> in(HttpOutcome.Response page, int max) {
    Document html =
        Jsoup.parse(
            TextDecoder.decode(page.bytes(), page.contentType()), page.address().toString());
    URI base = WebAddress.of(html.baseUri()).orElse(page.address());
    return html.select("link[rel~=(?i)\\b(?:alternate|feed)\\b][href]").stream()
        .filter(link -> FEED_TYPES.contains(mediaType(link.attr("type"))))
        .flatMap(link -> WebAddress.resolve(base, link.attr("href")).stream())
        .distinct()
        .limit(max)
        .toList();
  }

  private static String mediaType(String text) {
    return text.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
  }
}
