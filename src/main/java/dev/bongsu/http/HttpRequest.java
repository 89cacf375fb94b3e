package dev.bongsu.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What to fetch.
///
/// @param accept the `Accept` header
/// @param etag the validator of an earlier answer, sent back byte for byte; null if there is none
/// @param lastModified likewise; not necessarily a date
/// @param deadline time for this request, redirects included; null for the longest that the
///   settings allow
/// @param follows whether a redirect to an address is followed; asked before each
public record HttpRequest(
    URI address,
    String accept,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Duration deadline,
    Predicate<URI> follows) {

  /// An unconditional request.
  public static HttpRequest of(URI address, String accept) {
    return new HttpRequest(address, accept, null, null, null, _ -> true);
  }

  /// The same, answered by 304 if nothing has changed since these validators.
  public HttpRequest unlessUnchanged(@Nullable String etag, @Nullable String lastModified) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, follows);
  }

  /// The same with less time than the settings allow.
  public HttpRequest within(Duration deadline) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, follows);
  }

  /// The same, which is refused where a redirect leads elsewhere.
  public HttpRequest following(Predicate<URI> follows) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, follows);
  }
}
