package dev.bongsu.feed;

import org.jspecify.annotations.Nullable;

/// How to ask a server for what has changed only (RFC 9110, 13.1), and how to see it ourselves.
///
/// @param etag byte for byte as it came; null if there is none
/// @param lastModified likewise; not necessarily a date
/// @param bodyHash of the last whole document; blank if there is none
public record Validators(@Nullable String etag, @Nullable String lastModified, String bodyHash) {
  public static final Validators NONE = new Validators(null, null, "");
}
