package dev.bongsu.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The target of one request.
///
/// @param address without user info and fragment
/// @param host lower case, ASCII; an IPv6 address in brackets
/// @param userInfo `user:password` as in the address, still percent-encoded; null if there is none
record Target(URI address, String scheme, String host, int port, @Nullable String userInfo) {

  /// The target of an address; empty if the address is not an absolute http or https address with a
  /// host
  static Optional<Target> of(URI address) {
    return WebAddress.of(address.toString()).flatMap(Target::parse);
  }

  private static Optional<Target> parse(URI address) {
    // an underscore in the host makes getHost() null: real blogs have one
    String authority = address.getRawAuthority();
    int at = authority.lastIndexOf('@');
    String place = authority.substring(at + 1);
    int colon = place.lastIndexOf(':') > place.lastIndexOf(']') ? place.lastIndexOf(':') : -1;
    String host = colon < 0 ? place : place.substring(0, colon);
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int port = colon < 0 ? -1 : portOf(place.substring(colon + 1));
    return port == 0 || port > 65_535
        ? Optional.empty()
        : Optional.of(
            new Target(
                withoutUserInfo(address, place),
                scheme,
                host,
                port < 0 ? defaultPort(scheme) : port,
                at < 0 ? null : authority.substring(0, at)));
  }

  private static URI withoutUserInfo(URI address, String place) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(address.getScheme() + "://" + place + address.getRawPath() + query);
  }

  private static int portOf(String digits) {
    return digits.length() > 5 ? 0 : Integer.parseInt(digits);
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  String hostPort() {
    return host + ":" + port;
  }

  /// The host, with its port unless it is the scheme's default.
  String hostName() {
    return port == defaultPort(scheme) ? host : hostPort();
  }

  /// Whether credentials for the other may be sent to this one.
  boolean isSameOriginAs(Target other) {
    return scheme.equals(other.scheme) && hostPort().equals(other.hostPort());
  }
}
