package dev.bongsu.http;

import dev.bongsu.chat.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The proxy for feeds, pages and the platforms. Loopback addresses and the hosts of `NO_PROXY` are
/// always requested directly.
///
/// @param proxy `http://host:port` or `socks5://host:port`, perhaps with `user:password@` before
///   the host; `none` for no proxy. Blank: the environment's `HTTP_PROXY`, `HTTPS_PROXY` and
///   `ALL_PROXY`, in capitals or not
/// @param proxyResolves whether host names that do not resolve here may be left to the proxy: the
///   addresses behind them cannot be checked then
@ConfigurationProperties("bongsu.http")
public record ProxySettings(
    @DefaultValue("") Secret proxy, @DefaultValue("false") boolean proxyResolves) {
  static final String NONE = "none";

  public ProxySettings {
    proxy = new Secret(proxy.reveal().strip());
    if (!proxy.reveal().isEmpty() && !isNone(proxy)) {
      try {
        ProxyServer.parse(proxy.reveal());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("proxy " + e.getMessage(), e);
      }
    }
  }

  private static boolean isNone(Secret proxy) {
    return proxy.reveal().equalsIgnoreCase(NONE);
  }

  /// Whether the environment names the proxy.
  boolean leavesProxyToEnvironment() {
    return proxy.reveal().isEmpty();
  }

  /// Whether no proxy is used, whatever the environment says.
  boolean refusesProxy() {
    return isNone(proxy);
  }
}
