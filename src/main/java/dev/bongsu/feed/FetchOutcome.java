package dev.bongsu.feed;

import dev.bongsu.syndication.ParsedFeed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The result of polling a feed.
public sealed interface FetchOutcome {

  /// A document that may hold new entries.
  ///
  /// @param address of the response, after redirects
  /// @param validators for the next request
  /// @param publisherHints of the server, beside the document
  record Fetched(ParsedFeed feed, URI address, Validators validators, PublisherHints publisherHints)
      implements FetchOutcome {}

  /// The same document as before, by the server's word or by its bytes.
  ///
  /// @param validators for the next request
  /// @param publisherHints of the server
  record NotModified(Validators validators, PublisherHints publisherHints)
      implements FetchOutcome {}

  /// The poll failed.
  ///
  /// @param reason for the operator, in words
  /// @param retryAt the server's Retry-After; null if it sent none
  /// @param server that responded; null if none did
  record Failed(String reason, @Nullable Instant retryAt, @Nullable URI server)
      implements FetchOutcome {}

  /// The server asks for fewer requests.
  ///
  /// @param reason for the operator, in words
  /// @param until the time it named; null if it named none
  /// @param server that responded
  record RateLimited(String reason, @Nullable Instant until, URI server) implements FetchOutcome {}

  /// The site refuses the bot: it wants a login, a browser, or no robots.
  ///
  /// @param reason for the operator, in words
  record Forbidden(String reason, URI server) implements FetchOutcome {}

  /// A document that is not a feed.
  ///
  /// @param reason for the operator, in words
  record NotAFeed(String reason) implements FetchOutcome {}

  /// The server responds 404.
  record Missing() implements FetchOutcome {}

  /// The server responds 410: the feed is permanently gone.
  record Gone() implements FetchOutcome {}

  /// The server's hints for the next request.
  ///
  /// @param movedTo where an unbroken chain of permanent redirects ended; null if there was none
  /// @param freshFor how long the response is fresh by its headers; null if unknown
  /// @param quietUntil before then the host wants no further request; null if it says nothing
  record PublisherHints(
      @Nullable URI movedTo, @Nullable Duration freshFor, @Nullable Instant quietUntil) {
    static final PublisherHints NONE = new PublisherHints(null, null, null);
  }
}
