package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Secret;
import dev.bongsu.testkit.FakeProxy;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/// Feeds and pages through a proxy, with the guard as without one.
class ProxyTest {
  private static final String PUBLIC = "93.184.215.14";
  private final FeedServer server = FeedServer.start();
  private final Map<String, String> names =
      Map.of("a.example", PUBLIC, "inside.example", "10.0.0.7", "proxy.example", "127.0.0.1");

  static Stream<Function<String, FakeProxy>> kinds() {
    return Stream.of(FakeProxy::http, FakeProxy::socks);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void feedsGoThroughTheProxyWithItsPassword(Function<String, FakeProxy> kind) {
    server.serve("/feed?a=1", "<rss/>", "text/xml");
    try (FakeProxy proxy = routed(kind.apply("me:pa:ss"))) {
      assertThat(get(proxy.address(), false, "http://a.example/feed?a=1"))
          .isInstanceOfSatisfying(
              HttpOutcome.Response.class,
              response -> assertThat(response.bytes()).asString().isEqualTo("<rss/>"));
      assertThat(proxy.asked()).hasSize(1).first().asString().endsWith(":80");
      assertThat(server.requests().getFirst().headers())
          .doesNotContainKey("proxy-authorization")
          .containsEntry("host", "a.example");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aProxyThatRefusesThePasswordIsNamedWithoutIt(Function<String, FakeProxy> kind) {
    try (FakeProxy proxy = routed(kind.apply("me:pass"))) {
      for (String user : List.of("", "me:wr0ng")) {
        assertThat(get(proxy.address(user), false, "http://a.example/feed"))
            .isInstanceOfSatisfying(
                HttpOutcome.Failed.class,
                failed ->
                    assertThat(failed.reason()).contains("the proxy ").doesNotContain("wr0ng"));
      }
      assertThat(proxy.asked()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nothingGoesDirectlyWhenTheProxyIsDown(Function<String, FakeProxy> kind) {
    FakeProxy proxy = routed(kind.apply(""));
    proxy.close();

    assertThat(get(proxy.address(), true, "http://a.example/feed", server.allow()))
        .isInstanceOfSatisfying(
            HttpOutcome.Failed.class,
            failed -> assertThat(failed.reason()).startsWith("through the proxy "));
    assertThat(get(proxy.address(), true, "https://a.example/feed"))
        .isInstanceOf(HttpOutcome.Failed.class);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void privateTargetsAreRefusedBeforeTheProxyIsAsked(Function<String, FakeProxy> kind) {
    try (FakeProxy proxy = routed(kind.apply(""))) {
      for (String address : PrivateAddressVariants.urls()) {
        if (WebAddress.of(address).flatMap(Target::of).isPresent()) {
          get(proxy.address(), true, address);
        }
      }
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aNameThatResolvesHereIsJudgedByItsAddress(Function<String, FakeProxy> kind) {
    try (FakeProxy proxy = routed(kind.apply(""))) {
      for (boolean leavesNames : List.of(true, false)) {
        assertThat(get(proxy.address(), leavesNames, "http://inside.example/"))
            .isInstanceOf(HttpOutcome.Refused.class);
        assertThat(get(proxy.address(), leavesNames, "http://proxy.example:8080/"))
            .isInstanceOf(HttpOutcome.Refused.class);
      }
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aNameThatResolvesOnlyThereGoesThereOnlyIfAllowed(Function<String, FakeProxy> kind) {
    server.serve("/feed", "<rss/>", "text/xml");
    try (FakeProxy proxy = routed(kind.apply(""))) {
      assertThat(get(proxy.address(), false, "http://far.example/feed"))
          .isEqualTo(
              new HttpOutcome.Failed("through the proxy " + proxy.address() + ": no such host"));
      assertThat(proxy.asked()).isEmpty();

      assertThat(get(proxy.address(), true, "http://far.example/feed"))
          .isInstanceOf(HttpOutcome.Response.class);
      assertThat(proxy.asked()).containsExactly("far.example:80");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "intranet",
        "metadata.google.internal",
        "printer.local",
        "router.lan",
        "nas.home.arpa",
        "wiki.corp",
        "db.localdomain"
      })
  void namesOfPrivateNetworksAreNeverLeftToTheProxy(String host) {
    try (FakeProxy proxy = FakeProxy.http("").route(host + ":80", 1)) {
      assertThat(get(proxy.address(), true, "http://" + host + "/"))
          .isInstanceOf(HttpOutcome.Refused.class);
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void tlsIsATunnel(Function<String, FakeProxy> kind) {
    try (FakeProxy proxy = kind.apply("me:pass")) {
      proxy.route("a.example:443", server.address("/").getPort());
      proxy.route(PUBLIC + ":443", server.address("/").getPort());

      assertThat(get(proxy.address(), false, "https://a.example/feed"))
          .as("the server behind it speaks no TLS")
          .isInstanceOfSatisfying(
              HttpOutcome.Failed.class, failed -> assertThat(failed.reason()).contains("TLS"));
      assertThat(proxy.asked()).hasSize(1).first().asString().endsWith(":443");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRedirectToThisMachineIsRefusedAndLoopbackIsNeverProxied(Function<String, FakeProxy> kind) {
    server.redirect("/feed", 302, "http://127.0.0.1/secret");
    try (FakeProxy proxy = routed(kind.apply(""))) {
      assertThat(get(proxy.address(), true, "http://a.example/feed"))
          .isInstanceOf(HttpOutcome.Refused.class);
      server.serve("/own", "x", "text/plain");
      assertThat(get(proxy.address(), true, server.address("/own").toString(), server.allow()))
          .isInstanceOf(HttpOutcome.Response.class);
      assertThat(proxy.asked()).hasSize(1);
    }
  }

  @Test
  void aProxyThatCannotConnectIsAFailure() {
    for (FakeProxy each : List.of(FakeProxy.http(""), FakeProxy.socks(""))) {
      try (FakeProxy proxy = each) {
        HttpOutcome outcome = get(proxy.address(), false, "https://a.example/");
        assertThat(outcome).isInstanceOf(HttpOutcome.Failed.class);
        assertThat(((HttpOutcome.Failed) outcome).reason()).contains("proxy");
      }
    }
  }

  private FakeProxy routed(FakeProxy proxy) {
    int port = server.address("/").getPort();
    return proxy
        .route("a.example:80", port)
        .route(PUBLIC + ":80", port)
        .route("far.example:80", port);
  }

  private HttpOutcome get(String proxy, boolean leavesNames, String address, String... allow) {
    HttpSettings settings =
        new HttpSettings(
            List.of(allow), Duration.ZERO, DataSize.ofMegabytes(1), Duration.ofSeconds(5));
    Proxies proxies = Proxies.of(new ProxySettings(new Secret(proxy), leavesNames), Map.of());
    DnsResolver resolver =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            String literal = names.getOrDefault(host, host);
            try {
              return new InetAddress[] {InetAddress.ofLiteral(literal.replaceAll("[\\[\\]]", ""))};
            } catch (IllegalArgumentException _) {
              throw new UnknownHostException(host);
            }
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    try (GuardedHttp http =
        new GuardedHttp(settings, proxies, new TestClock(), () -> 0, resolver)) {
      return http.get(HttpRequest.of(URI.create(address), "*/*"));
    }
  }
}
