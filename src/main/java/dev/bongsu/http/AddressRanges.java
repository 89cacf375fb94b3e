package dev.bongsu.http;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses belong to the public internet.
///
/// Source: the IANA special-purpose address registries for IPv4 and IPv6. The flags of
/// `InetAddress` are no help: `fd00::1`, `100.64.0.1` and `2002:7f00:1::` are not local to them.
final class AddressRanges {
  /// All of IPv4 is public except these.
  private static final List<Range> IPV4_SPECIAL =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared, behind a provider's NAT
          "127.0.0.0/8", // loopback
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
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /// Of IPv6 only this is public: the rest holds loopback, mapped, NAT64, unique local, link local,
  /// multicast and unassigned ranges.
  private static final List<Range> IPV6_GLOBAL = ranges("2000::/3");

  private static final List<Range> IPV6_SPECIAL =
      ranges(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: an IPv4 address of any kind inside
          "2620:4f:8000::/48", // AS112
          "3fff::/20"); // documentation

  private AddressRanges() {}

  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return IPV4_SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
    return IPV6_GLOBAL.stream().anyMatch(range -> range.contains(address))
        && IPV6_SPECIAL.stream().noneMatch(range -> range.contains(address));
  }

  private static List<Range> ranges(String... texts) {
    return Stream.of(texts).map(Range::of).toList();
  }

  /// A range of addresses with the same prefix.
  private record Range(BigInteger start, int bits, int size) {

    static Range of(String text) {
      List<String> parts = Arrays.asList(text.split("/"));
      byte[] address = InetAddress.ofLiteral(parts.getFirst()).getAddress();
      int size = address.length * 8;
      int bits = Integer.parseInt(parts.getLast());
      return new Range(new BigInteger(1, address).shiftRight(size - bits), bits, size);
    }

    boolean contains(InetAddress address) {
      byte[] bytes = address.getAddress();
      return bytes.length * 8 == size
          && new BigInteger(1, bytes).shiftRight(size - bits).equals(start);
    }
  }
}
