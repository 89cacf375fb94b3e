package dev.bongsu.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The result of a request.
public sealed interface HttpOutcome {

  /// A response, with any status.
  ///
  /// @param address of the response, after redirects; without user info
  /// @param movedTo where an unbroken chain of permanent redirects from the first address ended;
  ///   null if there was none
  /// @param headers of the last response
  /// @param retryAt the earliest time of the next request by the server's word (`Retry-After`, or
  ///   no requests left until a reset); at most seven days away; null if it says nothing
  /// @param freshFor how long the response stays fresh; zero for not at all; null if unknown
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

    /// Whether the server asks for fewer requests: 420 is what 429 was before RFC 6585.
    public boolean isRateLimited() {
      return status == 429 || status == 503 || status == 420 || (status == 403 && retryAt != null);
    }

    public byte[] bytes() {
      return body.bytes();
    }

    /// The base of relative links in the body (RFC 9110, 8.7).
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

  /// Not sent, or not followed: the address is forbidden.
  ///
  /// @param reason for the operator, in words
  record Refused(String reason) implements HttpOutcome {
    /// Whether redirects led nowhere; else the guard refused an address.
    public boolean redirected() {
      return reason.startsWith("redirected ");
    }
  }

  /// No usable response.
  ///
  /// @param reason for the operator, in words
  record Failed(String reason) implements HttpOutcome {}
}
