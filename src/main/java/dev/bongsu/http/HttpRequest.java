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
/// @param allowsRedirect whether a redirect to an address is followed; asked before each
public record HttpRequest(
    URI address,
    String accept,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Duration deadline,
    Predicate<URI> allowsRedirect) {

  /// An unconditional request.
  public static HttpRequest of(URI address, String accept) {
    return new HttpRequest(address, accept, null, null, null, _ -> true);
  }

  /// The same, answered by 304 if nothing has changed since these validators.
  public HttpRequest conditional(@Nullable String etag, @Nullable String lastModified) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, allowsRedirect);
  }

  /// The same with less time than the settings allow.
  public HttpRequest withDeadline(Duration deadline) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, allowsRedirect);
  }

  /// The same, which is refused where a redirect leads elsewhere.
  public HttpRequest withRedirectsTo(Predicate<URI> follows) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, follows);
  }
}
