package dev.bongsu.feed;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of asking a feed.
public sealed interface FetchOutcome {

  /// A document that may hold news.
  ///
  /// @param address that answered, after redirects
  /// @param validators for the next request
  record Fetched(ParsedFeed feed, URI address, Validators validators) implements FetchOutcome {}

  /// The document we have already, said so by the server or seen by its bytes.
  ///
  /// @param validators for the next request
  record NotModified(Validators validators) implements FetchOutcome {}

  /// No document this time.
  ///
  /// @param reason for the operator, in words
  /// @param retryAt the server wants to be left alone until then; null if it said nothing
  record Failed(String reason, @Nullable Instant retryAt) implements FetchOutcome {}

  /// A document that is no feed.
  ///
  /// @param reason for the operator, in words
  record NotAFeed(String reason) implements FetchOutcome {}

  /// The server says that the feed is gone for good (410).
  record Gone() implements FetchOutcome {}
}
