package dev.bongsu.feed;

import dev.bongsu.syndication.ParsedFeed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of asking a feed.
public sealed interface FetchOutcome {

  /// A document that may hold news.
  ///
  /// @param address that answered, after redirects
  /// @param validators for the next request
  /// @param publisherHints of the server, beside the document
  record Fetched(ParsedFeed feed, URI address, Validators validators, PublisherHints publisherHints)
      implements FetchOutcome {}

  /// The document we have already, said so by the server or seen by its bytes.
  ///
  /// @param validators for the next request
  /// @param publisherHints of the server
  record NotModified(Validators validators, PublisherHints publisherHints)
      implements FetchOutcome {}

  /// No document this time.
  ///
  /// @param reason for the operator, in words
  /// @param retryAt the server wants to be left alone until then; null if it said nothing
  /// @param server that answered; null if none did
  record Failed(String reason, @Nullable Instant retryAt, @Nullable URI server)
      implements FetchOutcome {}

  /// A document that is no feed.
  ///
  /// @param reason for the operator, in words
  record NotAFeed(String reason) implements FetchOutcome {}

  /// The server says that there is nothing at the address (404).
  record Missing() implements FetchOutcome {}

  /// The server says that the feed is gone for good (410).
  record Gone() implements FetchOutcome {}

  /// What a server wants of us the next time.
  ///
  /// @param movedTo where an unbroken chain of permanent redirects ended; null if there was none
  /// @param freshFor how long the answer is good by its headers; null if they do not say
  record PublisherHints(@Nullable URI movedTo, @Nullable Duration freshFor) {
    static final PublisherHints NONE = new PublisherHints(null, null);
  }
}
