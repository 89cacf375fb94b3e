package dev.bongsu.feed;

import org.jspecify.annotations.Nullable;

/// Validators for conditional requests (RFC 9110, 13.1), and a hash to detect unchanged documents.
///
/// @param etag exactly as received; null if there is none
/// @param lastModified likewise; not necessarily a date
/// @param bodyHash of the last complete document; blank if there is none
public record Validators(@Nullable String etag, @Nullable String lastModified, String bodyHash) {
  public static final Validators NONE = new Validators(null, null, "");
}
