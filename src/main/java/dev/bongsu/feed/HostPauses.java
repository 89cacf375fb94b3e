package dev.bongsu.feed;

import dev.bongsu.http.HostStore;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;

/// Holds the hosts of feeds as long as they ask for.
final class HostPauses {
  private final HostStore hosts;

  HostPauses(HostStore hosts) {
    this.hosts = hosts;
  }

  /// Takes what a poll said of the feed's host.
  void record(Feed feed, FetchOutcome outcome) {
    switch (outcome) {
      case FetchOutcome.Fetched fetched -> answered(feed, fetched.publisherHints());
      case FetchOutcome.NotModified(_, FetchOutcome.PublisherHints hints) -> answered(feed, hints);
      case FetchOutcome.Failed(_, Instant retryAt, URI server) when retryAt != null ->
          hosts(feed, server == null ? feed.address() : server)
              .forEach(host -> hosts.pauseUntil(host, retryAt));
      case FetchOutcome.RateLimited(_, Instant until, URI server) ->
          hosts(feed, server).forEach(host -> hosts.limit(host, until));
      case FetchOutcome.Failed _,
          FetchOutcome.Forbidden _,
          FetchOutcome.NotAFeed _,
          FetchOutcome.Missing _,
          FetchOutcome.Gone _ -> {
        // they ask for nothing
      }
    }
  }

  private void answered(Feed feed, FetchOutcome.PublisherHints hints) {
    String host = HostStore.hostOf(feed.address());
    hosts.answered(host);
    Instant quietUntil = hints.quietUntil();
    if (quietUntil != null) {
      hosts.pauseUntil(host, quietUntil);
    }
  }

  private static Stream<String> hosts(Feed feed, URI server) {
    return Stream.of(feed.address(), server).map(HostStore::hostOf).distinct();
  }
}
