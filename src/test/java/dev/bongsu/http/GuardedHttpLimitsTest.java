package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/// Limits of a request: time, size, compression, redirects.
class GuardedHttpLimitsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";
  private final FeedServer server = FeedServer.start();
  private final TestClock clock = new TestClock();

  private final GuardedHttp http =
      new GuardedHttp(
          new HttpSettings(
              List.of(server.allow()),
              Duration.ofSeconds(1),
              DataSize.ofMegabytes(2),
              Duration.ofMillis(1_500)),
          clock,
          () -> 7);

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void r090StopsAZstandardBomb() {
    server.answer(
        "/bomb", 200, Zstd.compress(new byte[64 * 1024 * 1024]), "Content-Encoding: zstd");

    assertThat(http.get(HttpRequest.of(server.address("/bomb"), "*/*")))
        .isInstanceOf(HttpOutcome.Failed.class);
  }

  @Test
  void r090AHangingDnsLookupDoesNotExtendTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    DnsResolver hanging =
        new SystemDefaultDnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
              never.await();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
          }
        };
    HttpSettings settings =
        new HttpSettings(
            List.of(), Duration.ofSeconds(1), DataSize.ofMegabytes(1), Duration.ofMillis(300));
    long start = System.nanoTime();

    try (GuardedHttp slow = new GuardedHttp(settings, clock, () -> 0, hanging)) {
      assertThat(slow.get(HttpRequest.of(URI.create("http://slow.example/"), "*/*")))
          .isEqualTo(new HttpOutcome.Failed("deadline exceeded"));
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void r083EndsRedirectLoops() {
    server.redirect("/a", 301, "/b");
    server.redirect("/b", 301, "/a");

    assertThat(get("/a")).isInstanceOf(HttpOutcome.Refused.class);
    assertThat(server.requests()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://8.8.8.8:22/",
        "file:///etc/passwd",
        "ftp://8.8.8.8/",
        "gopher://8.8.8.8/"
      })
  void r096ChecksEveryHop(String location) {
    server.redirect("/a", 302, location);

    assertThat(get("/a")).isInstanceOf(HttpOutcome.Refused.class);
  }

  @Test
  void r090AbortsAResponseThatDrips() {
    server.drip("/body", OK + "\r\n<rss>", ' ');
    server.drip("/headers", OK + "X-Drip: ", 'x');
    server.drip("/chunks", OK + "Transfer-Encoding: chunked\r\n\r\n1\r\n<\r\n", '1');

    assertThat(get("/body")).isEqualTo(new HttpOutcome.Failed("deadline exceeded"));
    assertThat(get("/headers")).isEqualTo(new HttpOutcome.Failed("deadline exceeded"));
    assertThat(get("/chunks")).isInstanceOf(HttpOutcome.Failed.class);
  }

  @Test
  void r090AbortsFloods() {
    server.flood("/body", OK + "\r\n", "x".repeat(9_999));
    server.flood("/headers", OK, "X-Many: yes\r\n");
    server.flood("/line", OK + "X-Long: ", "x".repeat(999));
    server.flood("/informed", "", "HTTP/1.1 103 Early Hints\r\n\r\n");
    long start = System.nanoTime();

    assertThat(get("/body")).isEqualTo(new HttpOutcome.Failed("larger than 2097152 bytes"));
    assertThat(get("/headers")).isEqualTo(new HttpOutcome.Failed("headers too large"));
    assertThat(get("/line")).isEqualTo(new HttpOutcome.Failed("headers too large"));
    assertThat(get("/informed")).isInstanceOf(HttpOutcome.Failed.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void r090CutsGzipBombs() {
    server.serveGzipBomb("/bomb", 64);

    assertThat(get("/bomb"))
        .isEqualTo(new HttpOutcome.Failed("decompresses to more than 100 times its size"));
  }

  @Test
  void describesNetworkErrors() {
    server.answerRaw("/silent", new byte[0]);
    server.answerRaw("/short", (OK + "Content-Length: 100\r\n\r\nshort").getBytes(ascii()));
    server.answerRaw("/nonsense", "SSH-2.0-x\r\n\r\n".getBytes(ascii()));

    assertThat(get("/silent"))
        .isEqualTo(new HttpOutcome.Failed("connection closed without a response"));
    assertThat(get("/short")).isInstanceOf(HttpOutcome.Failed.class);
    assertThat(get("/nonsense")).isInstanceOf(HttpOutcome.Failed.class);
  }

  private static Charset ascii() {
    return StandardCharsets.US_ASCII;
  }

  private HttpOutcome get(String path) {
    return http.get(HttpRequest.of(server.address(path), "*/*"));
  }
}
