package dev.bongsu.feed;

import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A source of the catalogue.
///
/// @param name one line; unique in the catalogue
/// @param language BCP 47
/// @param headers sent to its server with each request; values may be secret
/// @param interval set by the operator, overrides the learned one; null for none
/// @param disabled why it is off until an owner switches it on; null if it is on with its pack
public record CatalogueFeed(
    String name,
    String language,
    String category,
    URI address,
    FeedHeaders headers,
    @Nullable Duration interval,
    @Nullable DisabledReason disabled) {

  /// Identifies it in buttons: letters and digits.
  public String id() {
    return Integer.toHexString(address.hashCode());
  }

  /// The name without differences that a reader overlooks.
  String nameKey() {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
  }

  /// The address without what does not tell two feeds apart: scheme, `www.`, default port, escapes,
  /// doubled slashes and those at the end, fragment.
  String addressKey() {
    String host =
        address
            .getRawAuthority()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^www\\.", "")
            .replaceFirst(":(?:80|443)?$", "");
    String path = String.valueOf(address.getPath()).replaceAll("/+", "/").replaceFirst("/$", "");
    String query = address.getQuery();
    return host + path + (query == null || query.isEmpty() ? "" : "?" + query);
  }

  /// Why a source is off although its pack is on.
  public enum DisabledReason {
    /// The publisher's terms exclude commercial use.
    TERMS,
    /// Another source of the catalogue brings the same.
    PART,
    /// So many entries that it suits narrow subscriptions only.
    BUSY,
    /// Of interest to some readers only.
    SPECIAL
  }
}
