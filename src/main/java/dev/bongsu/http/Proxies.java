package dev.bongsu.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which proxy a request goes through: the setting's, else the environment's.
///
/// @param byScheme the proxy of `http` and `https` requests
/// @param direct the hosts without a proxy
/// @param resolvesNames whether names that do not resolve here may be left to the proxy
/// @param source where the proxies are named, for the operator
public record Proxies(
    Map<String, ProxyServer> byScheme, NoProxy direct, boolean resolvesNames, String source) {
  private static final String SETTING = "bongsu.http.proxy";
  private static final Map<String, String> WEB_SCHEMES =
      Map.of("http", "http", "https", "https", "ws", "http", "wss", "https");

  public Proxies {
    byScheme = Map.copyOf(byScheme);
  }

  /// No proxy at all.
  public static Proxies none() {
    return new Proxies(Map.of(), new NoProxy(List.of()), false, "");
  }

  /// The proxies of the settings, or of the environment.
  ///
  /// @throws IllegalArgumentException if the environment names a proxy that cannot be used: going
  ///   without it is not what its user wants. The message names the variable, not its value
  public static Proxies of(ProxySettings settings, Map<String, String> environment) {
    if (settings.refusesProxy()) {
      return none();
    }
    Map<String, ProxyServer> byScheme = new LinkedHashMap<>();
    for (String scheme : List.of("http", "https")) {
      ProxyServer proxy =
          settings.leavesProxyToEnvironment()
              ? ofEnvironment(scheme, environment)
              : ProxyServer.parse(settings.proxy().reveal());
      if (proxy != null) {
        byScheme.put(scheme, proxy);
      }
    }
    String direct = value(environment, "no_proxy").map(Map.Entry::getValue).orElse("");
    return new Proxies(
        byScheme,
        NoProxy.of(direct),
        settings.proxyResolves(),
        settings.leavesProxyToEnvironment() ? "the environment" : SETTING);
  }

  private static @Nullable ProxyServer ofEnvironment(
      String scheme, Map<String, String> environment) {
    return Stream.of(scheme + "_proxy", "all_proxy")
        .flatMap(name -> value(environment, name).stream())
        .findFirst()
        .map(Proxies::parse)
        .orElse(null);
  }

  private static ProxyServer parse(Map.Entry<String, String> variable) {
    try {
      return ProxyServer.parse(variable.getValue());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(variable.getKey() + " " + e.getMessage(), e);
    }
  }

  /// In small letters first, as in curl.
  private static Optional<Map.Entry<String, String>> value(
      Map<String, String> environment, String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(each -> Map.entry(each, environment.getOrDefault(each, "").strip()))
        .filter(variable -> !variable.getValue().isEmpty())
        .findFirst();
  }

  /// The proxy for a request; empty if it goes directly.
  ///
  /// @param address an absolute http, https, ws or wss address
  public Optional<ProxyServer> forTarget(URI address) {
    String scheme =
        WEB_SCHEMES.getOrDefault(
            String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT), "https");
    ProxyServer proxy = byScheme.get(scheme);
    if (proxy == null) {
      return Optional.empty();
    }
    boolean isDirect =
        Target.of(URI.create(scheme + address.toString().replaceFirst("^[^:]*", "")))
            .map(direct::covers)
            .orElse(false);
    return isDirect ? Optional.empty() : Optional.of(proxy);
  }

  /// For the operator, without passwords; empty if there is no proxy.
  public Optional<String> description() {
    if (byScheme.isEmpty()) {
      return Optional.empty();
    }
    List<ProxyServer> distinct = byScheme.values().stream().distinct().toList();
    String servers =
        distinct.size() == 1 && byScheme.size() > 1
            ? distinct.getFirst().toString()
            : String.join(
                ", ",
                byScheme.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(each -> "%s for %s".formatted(each.getValue(), each.getKey()))
                    .toList());
    return Optional.of(
        "%s (from %s)%s%s"
            .formatted(
                servers,
                source,
                direct.entries().isEmpty()
                    ? ""
                    : "; direct by NO_PROXY: " + String.join(", ", direct.entries()),
                resolvesNames ? "; names that do not resolve here are left to it" : ""));
  }
}
