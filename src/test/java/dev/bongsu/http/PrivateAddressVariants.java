package dev.bongsu.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ways to write addresses that are not on the public internet: some that a browser would follow,
/// some that only one library or another would.
final class PrivateAddressVariants {
  private static final List<String> IPV4 =
      List.of(
          "127.0.0.1",
          "10.0.0.1",
          "172.16.5.4",
          "192.168.1.1",
          "169.254.169.254",
          "100.64.0.1",
          "0.0.0.0",
          "192.0.0.8",
          "198.18.0.1",
          "224.0.0.251",
          "240.0.0.1",
          "255.255.255.255",
          "168.63.129.16",
          "100.100.100.200",
          "192.0.0.192",
          "169.254.170.2",
          "161.26.0.10",
          "166.9.1.1",
          "199.36.153.8",
          "192.88.99.1",
          "203.0.113.77",
          "172.31.255.255",
          "198.19.255.255");

  private static final List<String> IPV6 =
      List.of(
          "::",
          "::1",
          "0:0:0:0:0:0:0:1",
          "fc00::1",
          "fd12:3456::1",
          "fe80::1",
          "fe80::1%25eth0",
          "fec0::1",
          "ff02::1",
          "ff05::2",
          "100::1",
          "64:ff9b::7f00:1",
          "64:ff9b:1::7f00:1",
          "2001::1",
          "2001:0:7f00:1::",
          "2001:10::1",
          "2001:20::1",
          "2001:db8::1",
          "2002:7f00:1::",
          "2002:c0a8:101::1",
          "3fff::1",
          "5f00::1",
          "4000::1",
          "8000::1",
          "2620:4f:8000::1",
          "fd00:ec2::254",
          "fd20:ce::254",
          "fd00:c1::a9fe:a9fe",
          "fe80::a9fe:a9fe",
          "fd00:42::42",
          "::ffff:0:7f00:1",
          "100:0:0:1::1",
          "2001:4:112::1",
          "3ffe::1",
          "3ffe:ffff::1",
          "2600:1f00::5efe:a9fe:a9fe",
          "2a00:1450::200:5efe:a00:1");

  private static final List<String> NAMES =
      List.of(
          "localhost",
          "/127.0.0.1",
          "//localhost",
          "LOCALHOST",
          "localhost.",
          "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
          "ｌｏｃａｌｈｏｓｔ",
          "local\u00ADhost",
          "a.localhost",
          "localhost.localhost",
          "127.0.0.1.",
          "127.0.0.1..",
          "①②⑦.⓪.⓪.①",
          "１２７.0.0.1",
          "127。0。0。1",
          "127．0．0．1",
          "127.0.0.1%00",
          "127.0.0.1%2e",
          "0",
          "0x0",
          "00",
          "127.0.1",
          "127.1",
          "127.0.0.01",
          "127.0.0.0x1",
          "1.1",
          "256.256.256.256",
          "127.0.0.1.1");

  private PrivateAddressVariants() {}

  /// Web addresses; 250 and more.
  static List<String> urls() {
    Stream<String> hosts =
        Stream.of(
                IPV4.stream().flatMap(ip -> ofIpv4(ip).stream()),
                IPV6.stream().map(ip -> "[" + ip + "]"),
                NAMES.stream())
            .flatMap(spellings -> spellings);
    return hosts
        .flatMap(host -> Stream.of("http://" + host + "/", "https://u:p@" + host + "/x?y#z"))
        .distinct()
        .toList();
  }

  /// Addresses that a name server may answer with.
  static List<String> dnsAnswers() {
    return Stream.concat(
            IPV4.stream().flatMap(ip -> ofIpv4(ip).stream().filter(s -> s.startsWith("["))),
            IPV6.stream().map(ip -> "[" + ip + "]"))
        .map(literal -> literal.substring(1, literal.length() - 1).replaceFirst("%.*", ""))
        .collect(
            Collectors.collectingAndThen(Collectors.toList(), PrivateAddressVariants::withIpv4));
  }

  private static List<String> withIpv4(List<String> ipv6) {
    return Stream.concat(IPV4.stream(), ipv6.stream()).toList();
  }

  private static List<String> ofIpv4(String dotted) {
    byte[] bytes = InetAddress.ofLiteral(dotted).getAddress();
    int[] part = new int[4];
    long number = 0;
    for (int i = 0; i < 4; i++) {
      part[i] = bytes[i] & 0xFF;
      number = number * 256 + part[i];
    }
    int low = part[2] * 256 + part[3];
    List<String> all = new ArrayList<>(List.of(dotted, String.valueOf(number)));
    all.add("0x%08x".formatted(number));
    all.add("0X%X".formatted(number));
    all.add("0%o".formatted(number));
    all.add("0%o.0%o.0%o.0%o".formatted(part[0], part[1], part[2], part[3]));
    all.add("0x%x.0x%x.0x%x.0x%x".formatted(part[0], part[1], part[2], part[3]));
    all.add("%03d.%03d.%03d.%03d".formatted(part[0], part[1], part[2], part[3]));
    all.add("%d.%d.%d".formatted(part[0], part[1], low));
    all.add("%d.%d".formatted(part[0], number & 0xFFFFFF));
    all.add("[::ffff:%s]".formatted(dotted));
    all.add("[::%s]".formatted(dotted));
    all.add("[::ffff:%x:%x]".formatted(part[0] * 256 + part[1], low));
    all.add("[64:ff9b::%s]".formatted(dotted));
    all.add("[2606:4700::5efe:%s]".formatted(dotted));
    all.add("[2002:%x:%x::]".formatted(part[0] * 256 + part[1], low));
    return all;
  }
}
