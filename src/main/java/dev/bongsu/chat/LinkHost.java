package dev.bongsu.chat;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;

/// The host of a link, to show beside its label.
public final class LinkHost {
  /// RFC 1035, 2.3.4.
  private static final int MAX_HOST_CHARS = 255;

  private LinkHost() {}

  /// The host, without user and port, in lower-case ASCII: a name in look-alike letters
  /// (`аpple.example` with a Cyrillic а) is shown as `xn--…`. Blank if there is none.
  public static String of(URI link) {
    String authority = link.getRawAuthority();
    if (authority == null) {
      return "";
    }
    String host = link.getHost() == null ? authority : link.getHost();
    String bare = stripUserAndPort(host);
    if (bare.length() > MAX_HOST_CHARS) {
      return ""; // java.net.IDN throws at long ones
    }
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
