package dev.bongsu.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A request to fetch.
///
/// @param accept the `Accept` header
/// @param etag the validator of an earlier response, echoed byte for byte; null if there is none
/// @param lastModified likewise; not necessarily a date
/// @param deadline time for this request, redirects included; null for the settings' maximum
/// @param headers further ones, perhaps in place of ours; sent to the address's own server only.
///   Values may be secret
/// @param allowsRedirect whether a redirect to an address is followed; called before each
public record HttpRequest(
    URI address,
    String accept,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Duration deadline,
    Map<String, String> headers,
    Predicate<URI> allowsRedirect) {

  /// An unconditional request.
  public static HttpRequest of(URI address, String accept) {
    return new HttpRequest(address, accept, null, null, null, Map.of(), _ -> true);
  }

  /// The same request on condition that these validators no longer match.
  public HttpRequest conditional(@Nullable String etag, @Nullable String lastModified) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, headers, allowsRedirect);
  }

  /// The same request with a shorter deadline.
  public HttpRequest withDeadline(Duration deadline) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, headers, allowsRedirect);
  }

  /// The same, which is refused where a redirect leads elsewhere.
  public HttpRequest withRedirectsTo(Predicate<URI> follows) {
    return new HttpRequest(address, accept, etag, lastModified, deadline, headers, follows);
  }

  /// The same request with further headers.
  public HttpRequest withHeaders(Map<String, String> further) {
    return new HttpRequest(
        address, accept, etag, lastModified, deadline, Map.copyOf(further), allowsRedirect);
  }
}
