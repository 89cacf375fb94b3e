package dev.bongsu.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// A range of addresses with the same prefix.
///
/// @param start its common bits
/// @param bits how many
/// @param size of an address, in bits
record AddressRange(BigInteger start, int bits, int size) {

  /// Reads `10.0.0.0/8`; a single address is a range, too.
  ///
  /// @throws IllegalArgumentException if the text is no range
  static AddressRange of(String text) {
    List<String> parts = Arrays.asList(text.split("/", 2));
    byte[] address = InetAddress.ofLiteral(parts.getFirst()).getAddress();
    int size = address.length * 8;
    int bits = parts.size() == 1 ? size : Integer.parseInt(parts.getLast());
    if (bits < 0 || bits > size) {
      throw new IllegalArgumentException("no prefix of %d bits".formatted(bits));
    }
    return new AddressRange(new BigInteger(1, address).shiftRight(size - bits), bits, size);
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length * 8 == size
        && new BigInteger(1, bytes).shiftRight(size - bits).equals(start);
  }
}
