package dev.bongsu.feed;

import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.HttpRequest;
import dev.bongsu.http.SiteRefusal;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.syndication.ParseOutcome;
import dev.bongsu.syndication.ParsedFeed;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Polls feeds. Threads: safe for any number; a call blocks its (virtual) thread.
public final class FeedFetcher {
  static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

  private final GuardedHttp http;
  private final FeedParser parser;

  public FeedFetcher(GuardedHttp http, FeedParser parser) {
    this.http = http;
    this.parser = parser;
  }

  /// Fetches what has changed since the last poll.
  public FetchOutcome fetch(Feed feed, FeedHeaders headers) {
    return fetch(
        HttpRequest.of(feed.address(), ACCEPT).withHeaders(headers.values()),
        feed.validators(),
        feed.language());
  }

  /// Fetches an address that is not a feed of ours yet.
  public FetchOutcome fetch(URI address) {
    return fetch(HttpRequest.of(address, ACCEPT), Validators.NONE, "");
  }

  private FetchOutcome fetch(HttpRequest request, Validators known, String language) {
    return http.get(
        request.conditional(known.etag(), known.lastModified()),
        outcome ->
            switch (outcome) {
              case HttpOutcome.Refused(String reason) ->
                  new FetchOutcome.Failed(reason, null, null);
              case HttpOutcome.Failed(String reason) -> new FetchOutcome.Failed(reason, null, null);
              case HttpOutcome.Response response -> read(response, known, language);
            });
  }

  private FetchOutcome read(HttpOutcome.Response response, Validators known, String language) {
    if (response.isNotModified() && !known.bodyHash().isEmpty()) {
      return new FetchOutcome.NotModified(
          mergedValidators(response, known), publisherHints(response));
    }
    if (response.isGone()) {
      return new FetchOutcome.Gone();
    }
    if (response.isMissing()) {
      return new FetchOutcome.Missing();
    }
    if (!response.isOk()) {
      return failed(response);
    }
    Validators validators = validators(response);
    return validators.bodyHash().equals(known.bodyHash())
        ? new FetchOutcome.NotModified(validators, publisherHints(response))
        : parse(response, language);
  }

  private static FetchOutcome failed(HttpOutcome.Response response) {
    String answered = "answered " + response.status();
    if (response.isRateLimited()) {
      return new FetchOutcome.RateLimited(
          answered + ": the site wants fewer requests", response.retryAt(), response.address());
    }
    return SiteRefusal.of(response)
        .<FetchOutcome>map(why -> new FetchOutcome.Forbidden(why, response.address()))
        .orElseGet(() -> new FetchOutcome.Failed(answered, response.retryAt(), response.address()));
  }

  private FetchOutcome parse(HttpOutcome.Response response, String language) {
    return switch (parser.parse(
        response.bytes(), response.contentType(), response.base(), language)) {
      case ParseOutcome.Parsed(ParsedFeed feed) -> fetched(response, feed);
      case ParseOutcome.NotAFeed(String reason) -> new FetchOutcome.NotAFeed(reason);
    };
  }

  /// A truncated document is fetched again, unconditionally. If the same bytes come again, the
  /// document is taken as complete: some publishers never close their elements, and get conditional
  /// requests like others.
  static FetchOutcome.Fetched fetched(HttpOutcome.Response response, ParsedFeed feed) {
    return new FetchOutcome.Fetched(
        feed,
        response.address(),
        feed.complete() ? validators(response) : new Validators(null, null, hash(response.bytes())),
        publisherHints(response));
  }

  private static FetchOutcome.PublisherHints publisherHints(HttpOutcome.Response response) {
    return new FetchOutcome.PublisherHints(
        response.movedTo(), response.freshFor(), response.retryAt());
  }

  /// A 304 replaces only the validators it brings (RFC 9110, 15.4.5).
  private static Validators mergedValidators(HttpOutcome.Response response, Validators known) {
    Validators sent = validators(response);
    return new Validators(
        sent.etag() == null ? known.etag() : sent.etag(),
        sent.lastModified() == null ? known.lastModified() : sent.lastModified(),
        known.bodyHash());
  }

  private static Validators validators(HttpOutcome.Response response) {
    return new Validators(
        storable(response.etag()), storable(response.lastModified()), hash(response.bytes()));
  }

  /// PostgreSQL stores no NUL in a text.
  private static @Nullable String storable(@Nullable String validator) {
    return validator == null || validator.indexOf('\0') >= 0 ? null : validator;
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
