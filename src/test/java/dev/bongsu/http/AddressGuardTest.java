package dev.bongsu.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.article.CanonicalLink;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AddressGuardTest {
  private static final HttpSettings SETTINGS =
      new HttpSettings(
          List.of(), Duration.ofSeconds(1), DataSize.ofMegabytes(1), Duration.ofSeconds(2));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://127.0.0.1./",
        "http://１２７.0.0.1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:8.8.8.8]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://[ff02::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:53aa:64c:0:0:0:1]/",
        "http://[2001:db8::1]/",
        "http://[3fff::1]/",
        "http://0.1.2.3/",
        "http://10.1.2.3/",
        "http://100.64.0.1/",
        "http://169.254.169.254/",
        "http://172.31.0.1/",
        "http://192.0.2.1/",
        "http://192.168.0.1/",
        "http://198.18.0.1/",
        "http://198.51.100.7/",
        "http://203.0.113.9/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
        "http://ｌｏｃａｌｈｏｓｔ/",
        "http://a.localhost/",
        "http://user@127.0.0.1/",
        "http://%31%32%37.0.0.1/",
        "http://8.8.8.8:22/",
        "http://8.8.8.8:25/",
        "http://8.8.8.8:6379/",
        "http://8.8.8.8:99999/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "gopher://8.8.8.8:80/"
      })
  void r094RefusesWhatIsNotThePublicWeb(String address) {
    assertThat(get(uri(address), AddressGuardTest::literal))
        .isInstanceOf(HttpOutcome.Refused.class);
  }

  static List<String> privateUrls() {
    return PrivateAddressVariants.urls();
  }

  @Test
  void r094CoversManyFormsOfPrivateAddresses() {
    assertThat(privateUrls()).hasSizeGreaterThan(750);
  }

  @ParameterizedTest
  @MethodSource("privateUrls")
  void r094r096NoFormOfAPrivateAddressIsReached(String address) {
    try (FeedServer server = FeedServer.start()) {
      server.redirect("/to", 302, new String(address.getBytes(UTF_8), ISO_8859_1));
      HttpSettings settings =
          new HttpSettings(
              List.of(server.allow()),
              Duration.ofSeconds(1),
              DataSize.ofMegabytes(1),
              Duration.ofSeconds(2));
      AtomicInteger dialled = new AtomicInteger();
      try (GuardedHttp http =
          new GuardedHttp(settings, new TestClock(), () -> 0, counting(dialled))) {
        HttpOutcome asFeed =
            WebAddress.of(address)
                .map(uri -> http.get(HttpRequest.of(uri, "*/*")))
                .orElse(new HttpOutcome.Refused("not an address"));
        HttpOutcome asPage =
            CanonicalLink.of(address, server.address("/"))
                .map(page -> http.get(HttpRequest.of(page, "text/html")))
                .orElse(new HttpOutcome.Refused("not an address"));
        HttpOutcome asRedirect = http.get(HttpRequest.of(server.address("/to"), "*/*"));

        assertThat(asFeed).isInstanceOf(HttpOutcome.Refused.class);
        assertThat(asPage).isInstanceOf(HttpOutcome.Refused.class);
        assertThat(asRedirect).isInstanceOf(HttpOutcome.Refused.class);
      }
      assertThat(dialled).hasValue(0);
    }
  }

  static List<String> dnsAnswers() {
    return PrivateAddressVariants.dnsAnswers();
  }

  @ParameterizedTest
  @MethodSource("dnsAnswers")
  void r094r095NoPrivateDnsAnswerIsDialled(String answer) {
    URI address = URI.create("http://news.example/");

    assertThat(get(address, names(answer))).isInstanceOf(HttpOutcome.Refused.class);
    assertThat(get(address, names("93.184.216.34", answer)))
        .isInstanceOf(HttpOutcome.Refused.class);
  }

  /// Names that are no literals would be asked for: none of these may come so far.
  private static DnsResolver counting(AtomicInteger asked) {
    return new SystemDefaultDnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
          return new InetAddress[] {InetAddress.ofLiteral(host.replaceFirst("%.*$", ""))};
        } catch (IllegalArgumentException _) {
          asked.incrementAndGet();
          throw new UnknownHostException(host);
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "192.1.0.1",
        "100.63.255.255",
        "172.32.0.1",
        "168.63.129.15",
        "166.7.255.255",
        "2606:4700::1",
        "2a00::1",
        "2606:4700::5eff:7f00:1"
      })
  void knowsPublicAddresses(String address) {
    assertThat(AddressRanges.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void r095EveryAddressOfANameMustPass() {
    DnsResolver mixed = names("93.184.216.34", "10.0.0.1");

    assertThat(get(URI.create("http://rebind.example/"), mixed))
        .isInstanceOf(HttpOutcome.Refused.class);
  }

  @Test
  void r095TheNameIsResolvedOnceForCheckAndDial() {
    AtomicInteger asked = new AtomicInteger();
    DnsResolver alternating =
        new StubResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            String answer = asked.getAndIncrement() == 0 ? "127.0.0.1" : "93.184.216.34";
            return new InetAddress[] {InetAddress.ofLiteral(answer)};
          }
        };

    assertThat(get(URI.create("http://rebind.example/"), alternating))
        .isInstanceOf(HttpOutcome.Refused.class);
    assertThat(asked).hasValue(1);
  }

  private static HttpOutcome get(URI address, DnsResolver names) {
    try (GuardedHttp http = new GuardedHttp(SETTINGS, new TestClock(), () -> 1, names)) {
      return http.get(HttpRequest.of(address, "*/*"));
    }
  }

  private static HttpOutcome get(URI address, StubResolver names) {
    return get(address, (DnsResolver) names);
  }

  /// A host with letters beyond ASCII is an address that only a lenient parser accepts.
  private static URI uri(String address) {
    return WebAddress.of(address).orElseGet(() -> URI.create(address));
  }

  private static DnsResolver names(String... addresses) {
    return (StubResolver)
        _ -> List.of(addresses).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  private static InetAddress[] literal(String host) throws UnknownHostException {
    return new InetAddress[] {InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))};
  }

  private interface StubResolver extends DnsResolver {
    @Override
    default String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
