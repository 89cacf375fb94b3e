package dev.bongsu.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.bongsu.chat.Secret;
import dev.bongsu.http.Proxies;
import dev.bongsu.http.ProxySettings;
import dev.bongsu.testkit.FakeProxy;
import dev.bongsu.testkit.FakeSlack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Slack's Web API and Socket Mode through a proxy.
class SlackProxyTest {
  private static final String HOST = "slack.bongsu.invalid";
  private static final URI SOCKET = URI.create("ws://socket.bongsu.invalid/link?ticket=fake");

  private final FakeSlack slack = FakeSlack.start();
  private final SlackSettings settings =
      new SlackSettings(
          new Secret(FakeSlack.BOT_TOKEN),
          new Secret(FakeSlack.APP_TOKEN),
          new Secret(""),
          URI.create("http://" + HOST + "/api/"));

  static Stream<Function<String, FakeProxy>> kinds() {
    return Stream.of(FakeProxy::http, FakeProxy::socks);
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theWebApiAndTheSocketGoThroughTheProxy(Function<String, FakeProxy> kind) throws Exception {
    try (FakeProxy proxy = kind.apply("me:pass");
        SlackClient client = client(proxy.address())) {
      proxy.route(HOST + ":80", slack.apiUrl().getPort());
      proxy.route("socket.bongsu.invalid:80", slack.socket().port());
      SlackTokenVerifier tokens = new SlackTokenVerifier(client);

      assertThat(tokens.verifyBotToken()).isInstanceOf(SlackTokenStatus.Accepted.class);
      assertThat(proxy.asked()).contains(HOST + ":80");

      BlockingQueue<String> messages = new LinkedBlockingQueue<>();
      try (SocketConnection socket =
          SocketConnection.open(
              client.socketClient(SOCKET), SOCKET, (_, message) -> messages.add(message))) {
        assertThat(messages.poll(10, TimeUnit.SECONDS)).contains("hello");
        assertThat(socket.isOpen()).isTrue();
      }
      assertThat(proxy.asked()).contains("socket.bongsu.invalid:80");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void tlsIsATunnelWithThePassword(Function<String, FakeProxy> kind) throws Exception {
    try (FakeProxy proxy = kind.apply("me:pass");
        SlackClient client = client(proxy.address());
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> hangUp(server));
      proxy.route("socket.bongsu.invalid:443", server.getLocalPort());
      URI secure = URI.create("wss://socket.bongsu.invalid/link");
      assertThatIOException()
          .as("the server behind it hangs up")
          .isThrownBy(
              () -> SocketConnection.open(client.socketClient(secure), secure, (_, _) -> {}));
      assertThat(proxy.asked()).containsOnly("socket.bongsu.invalid:443");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nothingGoesDirectlyWhenTheProxyIsDownOrRefuses(Function<String, FakeProxy> kind) {
    FakeProxy down = kind.apply("");
    down.close();
    try (FakeProxy strict = kind.apply("me:pass")) {
      for (String address : new String[] {down.address(), strict.address("me:wrong")}) {
        try (SlackClient client = client(address)) {
          assertThat(new SlackTokenVerifier(client).verifyBotToken())
              .isNotInstanceOf(SlackTokenStatus.Accepted.class);
          assertThatIOException()
              .isThrownBy(
                  () -> SocketConnection.open(client.socketClient(SOCKET), SOCKET, (_, _) -> {}));
        }
      }
      assertThat(strict.asked()).isEmpty();
    }
  }

  private static void hangUp(ServerSocket server) {
    try {
      server.accept().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SlackClient client(String proxy) {
    return new SlackClient(
        settings, Proxies.of(new ProxySettings(new Secret(proxy), false), Map.of()));
  }
}
