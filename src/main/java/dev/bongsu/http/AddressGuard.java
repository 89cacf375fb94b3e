package dev.bongsu.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/// Decides whether an address may be requested: first by the address as written, then, as the
/// client's resolver, by the IP addresses that the client connects to, so that a name cannot
/// resolve differently the second time (DNS rebinding).
final class AddressGuard implements DnsResolver, AutoCloseable {
  private static final Set<Integer> ALLOWED_PORTS = Set.of(80, 443, 8080, 8443);
  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
  private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

  /// Names of private networks (RFC 6761, RFC 6762 appendix G, RFC 8375): only a resolver inside
  /// knows them.
  private static final Pattern PRIVATE_NAME =
      Pattern.compile(
          "[^.]*|.*\\.(?:local|internal|intranet|private|corp|home|lan|localdomain|home\\.arpa)");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  private final Set<String> allowed;
  private final DnsLookup lookup;

  AddressGuard(Collection<String> allowed, DnsResolver names) {
    this.allowed =
        allowed.stream().map(pair -> pair.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    this.lookup = new DnsLookup(names);
  }

  /// Why the target is forbidden; empty if it is allowed before its name is resolved
  Optional<String> refusalReason(Target target) {
    if (allowed.contains(target.hostPort())) {
      return Optional.empty();
    }
    if (!ALLOWED_PORTS.contains(target.port())) {
      return Optional.of("port %d is not allowed".formatted(target.port()));
    }
    return hostRefusalReason(target.host());
  }

  private static Optional<String> hostRefusalReason(String host) {
    if (host.startsWith("[")) {
      // a zone (`%eth0`) names a link of this machine
      return IPV6.matcher(host).matches()
          ? Optional.empty()
          : Optional.of("'%s' is not an address".formatted(host));
    }
    if (!NAME.matcher(host).matches() || host.startsWith(".") || host.contains("..")) {
      return Optional.of("'%s' is not a host name".formatted(host));
    }
    if (NUMERIC.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
      return Optional.of("'%s' is an unusual way to write an address".formatted(host));
    }
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return Optional.of("'%s' is this machine".formatted(host));
    }
    return Optional.empty();
  }

  /// Sets the deadline of this thread's lookups.
  void setLookupDeadline(long deadlineNanos) {
    lookup.setDeadline(deadlineNanos);
  }

  @Override
  public void close() {
    lookup.close();
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetSocketAddress> addresses = resolveUnguarded(host, port);
    if (!allowed.contains(host + ":" + port)) {
      requirePublic(host, addresses);
    }
    return addresses;
  }

  /// The addresses of the operator's own proxy, which may be private.
  List<InetSocketAddress> resolveUnguarded(String host, int port) throws UnknownHostException {
    InetAddress[] addresses = lookup.resolve(host);
    if (addresses == null || addresses.length == 0) {
      throw new UnknownHostException(host);
    }
    return Arrays.stream(addresses).map(address -> new InetSocketAddress(address, port)).toList();
  }

  /// The addresses of a host that is requested through a proxy: judged like others if the name
  /// resolves here.
  ///
  /// @param leavesNames whether a name that does not resolve here may be left to the proxy
  /// @return unresolved if it is left to the proxy
  List<InetSocketAddress> resolveForProxy(String host, int port, boolean leavesNames)
      throws UnknownHostException {
    try {
      return resolve(host, port);
    } catch (NotPublicException e) {
      throw e;
    } catch (UnknownHostException e) {
      if (!leavesNames || lookup.isPastDeadline()) {
        throw e;
      }
      if (PRIVATE_NAME.matcher(host).matches() && !allowed.contains(host + ":" + port)) {
        throw new NotPublicException("'%s' is a name of a private network".formatted(host));
      }
      return List.of(InetSocketAddress.createUnresolved(host, port));
    }
  }

  private static void requirePublic(String host, List<InetSocketAddress> addresses)
      throws NotPublicException {
    boolean literalIpv6 = host.contains(":");
    for (InetSocketAddress resolved : addresses) {
      InetAddress address = resolved.getAddress();
      // Java turns a mapped ::ffff:a.b.c.d into its IPv4 address
      boolean mapped = literalIpv6 && address instanceof Inet4Address;
      if (mapped || !AddressRanges.isPublic(address)) {
        throw new NotPublicException(
            "'%s' is not on the public internet (%s)".formatted(host, address.getHostAddress()));
      }
    }
  }

  @Override
  public InetAddress[] resolve(String host) {
    throw new IllegalStateException("resolved without a port");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /// Carries a refusal during connecting out of the HTTP client.
  static final class NotPublicException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublicException(String reason) {
      super(reason);
    }
  }
}
