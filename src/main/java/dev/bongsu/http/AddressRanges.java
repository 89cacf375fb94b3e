package dev.bongsu.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses belong to the public internet.
///
/// Source: the IANA special-purpose address registries for IPv4 and IPv6. The flags of
/// `InetAddress` are no help: `fd00::1`, `100.64.0.1` and `2002:7f00:1::` are not local to them.
/// Beside the registries: services that clouds offer their machines at public addresses. Their
/// other ones (`169.254.169.254`, `100.100.100.200`, `192.0.0.192`, `fd00:ec2::254`,
/// `fd20:ce::254`) are in ranges that are special anyway.
final class AddressRanges {
  /// All of IPv4 is public except these.
  private static final List<AddressRange> IPV4_SPECIAL =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared, behind a provider's NAT
          "127.0.0.0/8", // loopback
          "161.26.0.0/16", // services inside a cloud (IBM)
          "166.8.0.0/14", // the same
          "168.63.129.16/32", // a cloud's host service (Azure)
          "169.254.0.0/16", // link-local, cloud metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // AMT
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "199.36.153.4/30", // services inside a cloud (Google)
          "199.36.153.8/30", // the same
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /// Of IPv6 only this is public: the rest holds loopback, mapped, NAT64, unique local, link local,
  /// multicast and unassigned ranges.
  private static final List<AddressRange> IPV6_GLOBAL = ranges("2000::/3");

  private static final List<AddressRange> IPV6_SPECIAL =
      ranges(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: an IPv4 address of any kind inside
          "2620:4f:8000::/48", // AS112
          "3ffe::/16", // the former 6bone
          "3fff::/20"); // documentation

  private static final int UNIVERSAL_BIT = 2;

  private AddressRanges() {}

  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return IPV4_SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
    return IPV6_GLOBAL.stream().anyMatch(range -> range.contains(address))
        && IPV6_SPECIAL.stream().noneMatch(range -> range.contains(address))
        && !isIsatap(address.getAddress());
  }

  /// Whether the last half embeds an IPv4 address of any kind, whatever the prefix (RFC 5214, 6.1).
  private static boolean isIsatap(byte[] ipv6) {
    return (ipv6[8] & ~UNIVERSAL_BIT) == 0
        && ipv6[9] == 0
        && ipv6[10] == 0x5e
        && ipv6[11] == (byte) 0xfe;
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::of).toList();
  }
}
