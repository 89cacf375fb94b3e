package dev.bongsu.chat;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An address that may become a clickable link.
public final class WebLink {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private WebLink() {}

  /// The address in ASCII, percent-encoded; empty unless it is http or https.
  public static Optional<String> of(URI link) {
    String scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme) || LinkHost.of(link).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(ascii(link));
  }

  /// Only an internationalized host needs more than percent-encoding.
  private static String ascii(URI link) {
    String authority = String.valueOf(link.getRawAuthority());
    String address = link.getHost() == null ? punycoded(link, authority) : link.toASCIIString();
    return address.replace("'", "%27");
  }

  private static String punycoded(URI link, String authority) {
    try {
      String host = LinkHost.stripUserAndPort(authority);
      return URI.create(
              link.toString().replace(authority, authority.replace(host, LinkHost.of(link))))
          .toASCIIString();
    } catch (IllegalArgumentException _) {
      return link.toASCIIString();
    }
  }
}
