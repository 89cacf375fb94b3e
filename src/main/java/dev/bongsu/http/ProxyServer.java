package dev.bongsu.http;

import dev.bongsu.chat.Secret;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A proxy. It prints without its password.
///
/// @param host lower case; an IPv6 address without brackets
/// @param credentials `user:password`; null for none
public record ProxyServer(Kind kind, String host, int port, @Nullable Secret credentials) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?<user>.*)@)?"
              + "(?<host>\\[[0-9A-Fa-f:.]+]|[^\\s:/@\\[\\]?#]+)(?::(?<port>\\d{1,5}))?/?");

  private static final int MAX_PORT = 65_535;

  /// How a proxy is spoken to.
  public enum Kind {
    /// Absolute requests, and `CONNECT` for TLS (RFC 9110, 9.3.6).
    HTTP(80),
    /// RFC 1928.
    SOCKS5(1080);

    private final int defaultPort;

    Kind(int defaultPort) {
      this.defaultPort = defaultPort;
    }
  }

  /// Reads `http://user:password@host:port`; without a scheme it is an HTTP proxy, as everywhere.
  ///
  /// @throws IllegalArgumentException if it is something else; the message does not quote it, since
  ///   it may hold a password, and continues the name of a setting
  static ProxyServer parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("must be http://host:port or socks5://host:port");
    }
    Kind kind = kind(form.group("scheme"));
    String digits = form.group("port");
    int port = digits == null ? kind.defaultPort : Integer.parseInt(digits);
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("has a port that does not exist");
    }
    String user = form.group("user");
    return new ProxyServer(
        kind,
        form.group("host").replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT),
        port,
        user == null ? null : new Secret(decoded(user)));
  }

  private static Kind kind(@Nullable String scheme) {
    return switch (scheme == null ? "http" : scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> Kind.HTTP;
      case "socks5", "socks5h", "socks" -> Kind.SOCKS5;
      default ->
          throw new IllegalArgumentException(
              "must begin with http:// or socks5://; other kinds of proxies are not supported");
    };
  }

  private static String decoded(String userInfo) {
    return URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Not resolved yet.
  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved(host, port);
  }

  /// Blank if there are no credentials.
  String user() {
    return credentials == null ? "" : credentials.reveal().split(":", 2)[0];
  }

  /// Blank if there is none.
  String password() {
    String[] parts = credentials == null ? new String[0] : credentials.reveal().split(":", 2);
    return parts.length < 2 ? "" : parts[1];
  }

  /// The value of `Proxy-Authorization`.
  String basicCredentials() {
    byte[] plain = (user() + ":" + password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }

  @Override
  public String toString() {
    return "%s://%s%s:%d"
        .formatted(
            kind.name().toLowerCase(Locale.ROOT),
            credentials == null ? "" : "***@",
            host.contains(":") ? "[" + host + "]" : host,
            port);
  }
}
