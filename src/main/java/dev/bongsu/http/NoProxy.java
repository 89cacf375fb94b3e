package dev.bongsu.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The hosts that are requested without a proxy, by `NO_PROXY`: names with all names below them,
/// addresses, ranges such as `10.0.0.0/8`, each perhaps with a port; `*` is every host.
///
/// @param entries in lower case
record NoProxy(List<String> entries) {
  NoProxy {
    entries = List.copyOf(entries);
  }

  static NoProxy of(String list) {
    return new NoProxy(
        Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  /// Whether the host is requested directly. This machine always is.
  boolean covers(Target target) {
    String host = target.host().replaceAll("[\\[\\]]", "");
    InetAddress address = literal(host);
    return isThisMachine(host, address)
        || entries.stream().anyMatch(entry -> matches(entry, host, target.port(), address));
  }

  private static boolean isThisMachine(String host, @Nullable InetAddress address) {
    return address == null
        ? host.equals("localhost") || host.endsWith(".localhost")
        : address.isLoopbackAddress() || address.isAnyLocalAddress();
  }

  private static boolean matches(
      String entry, String host, int port, @Nullable InetAddress address) {
    if (entry.equals("*")) {
      return true;
    }
    int colon = entry.lastIndexOf(':');
    boolean hasPort =
        colon > 0
            && entry.substring(colon + 1).matches("\\d{1,5}")
            && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
    if (hasPort && Integer.parseInt(entry.substring(colon + 1)) != port) {
      return false;
    }
    String place = (hasPort ? entry.substring(0, colon) : entry).replaceAll("[\\[\\]]", "");
    return address == null ? isSameOrBelow(host, place) : contains(place, address);
  }

  private static boolean isSameOrBelow(String host, String entry) {
    String domain = entry.replaceFirst("^\\*?\\.", "");
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static boolean contains(String range, InetAddress address) {
    try {
      return AddressRange.of(range).contains(address);
    } catch (IllegalArgumentException _) {
      return false; // a name
    }
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException _) {
      return null; // a name
    }
  }
}
