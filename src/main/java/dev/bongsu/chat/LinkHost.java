package dev.bongsu.chat;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;

/// Where a link really leads, to be shown beside whatever it is called.
public final class LinkHost {
  private LinkHost() {}

  /// The host, without user and port, in lower-case ASCII: of a name in letters that only look like
  /// others (`аpple.example` with a Cyrillic а) the reader sees `xn--`. Blank if there is none.
  public static String of(URI link) {
    String authority = link.getRawAuthority();
    if (authority == null) {
      return "";
    }
    String host = link.getHost() == null ? authority : link.getHost();
    String bare = stripUserAndPort(host);
    try {
      return IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return bare.toLowerCase(Locale.ROOT);
    }
  }

  /// The host of an authority as it is written, without user and port.
  static String stripUserAndPort(String authority) {
    return authority.replaceFirst("(?s)^.*@", "").replaceFirst(":\\d*$", "");
  }
}
