package dev.bongsu.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a request.
public sealed interface HttpOutcome {

  /// The server answered, with whatever status.
  ///
  /// @param address the one that answered, after redirects; without user info
  /// @param movedTo where an unbroken chain of permanent redirects from the first address ended;
  ///   null if there was none
  /// @param headers of the last answer
  /// @param retryAt when the server wants to be asked again at the earliest; null if it said
  ///   nothing; at most seven days away (RFC 9110, 10.2.3)
  /// @param freshFor how long it stays fresh by its own word; zero for not at all; null if it does
  ///   not say
  record Response(
      int status,
      URI address,
      @Nullable URI movedTo,
      Headers headers,
      Body body,
      @Nullable Instant retryAt,
      @Nullable Duration freshFor)
      implements HttpOutcome {

    public boolean isOk() {
      return status == 200;
    }

    public boolean isNotModified() {
      return status == 304;
    }

    public boolean isMissing() {
      return status == 404;
    }

    public boolean isGone() {
      return status == 410;
    }

    /// The server asks for fewer requests.
    public boolean isRateLimited() {
      return status == 429 || status == 503;
    }

    public byte[] bytes() {
      return body.bytes();
    }

    /// What relative links in the body start from (RFC 9110, 8.7).
    public URI base() {
      String location = headers.first("content-location");
      return location == null ? address : WebAddress.resolve(address, location).orElse(address);
    }

    public @Nullable String contentType() {
      return headers.first("content-type");
    }

    public @Nullable String etag() {
      return headers.first("etag");
    }

    public @Nullable String lastModified() {
      return headers.first("last-modified");
    }
  }

  /// Never sent, or not followed: the address is not one we may ask.
  ///
  /// @param reason for the operator, in words
  record Refused(String reason) implements HttpOutcome {}

  /// No usable answer.
  ///
  /// @param reason for the operator, in words
  record Failed(String reason) implements HttpOutcome {}
}
