package dev.bongsu.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/// Servers whose headers lie, that want a cookie back, or that refuse robots.
class ServerOdditiesTest {
  private static final byte[] TEXT = "\n <rss>봉수 봉수 봉수</rss>".getBytes(UTF_8);
  private static final byte[] BROTLI = {0x50, 0, 0x10, '<', 'r', 's', 's', '/', '>', 3};

  private final FeedServer server = FeedServer.start();
  private final FeedServer other = FeedServer.start();

  @AfterEach
  void close() {
    server.close();
    other.close();
  }

  static Stream<Arguments> codings() {
    return Stream.of(
        Arguments.of("UTF-8", TEXT),
        Arguments.of("none", TEXT),
        Arguments.of("gzip", TEXT),
        Arguments.of("br", TEXT),
        Arguments.of("zstd", TEXT),
        Arguments.of("deflate", TEXT),
        Arguments.of("x-unknown, gzip", gzip(TEXT)),
        Arguments.of("gzip, gzip", gzip(gzip(TEXT))),
        Arguments.of("gzip, gzip", gzip(TEXT)),
        Arguments.of("gzip", gzip(gzip(TEXT))),
        Arguments.of("identity", gzip(TEXT)),
        Arguments.of("br", gzip(TEXT)),
        Arguments.of("deflate", gzip(TEXT)),
        Arguments.of("gzip", Zstd.compress(TEXT)),
        Arguments.of("deflate", deflate(TEXT, false)),
        Arguments.of("Deflate ", deflate(TEXT, true)),
        Arguments.of("X-GZIP", gzip(TEXT)),
        Arguments.of("deflate, gzip", gzip(deflate(TEXT, true))),
        Arguments.of("", TEXT));
  }

  @ParameterizedTest
  @MethodSource("codings")
  void aCodingIsKnownByItsBytesBeforeItsName(String announced, byte[] sent) {
    server.answer("/feed", 200, sent, "Content-Encoding: " + announced);

    assertThat(response("/feed").bytes()).isEqualTo(TEXT);
  }

  @Test
  void brotliIsKnownByItsNameAlone() {
    server.answer("/feed", 200, BROTLI, "Content-Encoding: br");

    assertThat(response("/feed").bytes()).asString().isEqualTo("<rss/>");
  }

  @Test
  void aBombOfSeveralLayersIsCut() {
    byte[] bomb = gzip(gzip(new byte[50_000_000]));
    server.answer("/feed", 200, bomb, "Content-Encoding: gzip");
    server.answer("/deep", 200, bomb, "Content-Encoding: gzip, gzip, gzip, gzip");

    assertThat(get("/feed", Map.of())).isInstanceOf(HttpOutcome.Failed.class);
    assertThat(get("/deep", Map.of())).isInstanceOf(HttpOutcome.Failed.class);
  }

  @Test
  void aCookieLivesForTheRedirectsOfOneRequest() {
    server.answer("/feed", 302, new byte[0], "Location: /check", "Set-Cookie: pass=1; Path=/");
    server.answer("/check", 302, new byte[0], "Location: /real", "Set-Cookie: more=2; Path=/real");
    server.serve("/real", "x", "text/xml");

    response("/feed");
    response("/feed");

    assertThat(cookies(server))
        .containsExactly("", "pass=1", "more=2; pass=1", "", "pass=1", "more=2; pass=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1; Path=/elsewhere",
        "a=1; Secure",
        "a=1; Domain=example.org",
        "a=1; Max-Age=0",
        "a=1; Expires=Thu, 01 Jan 2015 00:00:00 GMT",
        "a=1; Domain=1"
      })
  void aCookieFollowsItsOwnRules(String cookie) {
    server.answer("/feed", 302, new byte[0], "Location: /real", "Set-Cookie: " + cookie);
    server.serve("/real", "x", "text/xml");

    response("/feed");

    assertThat(cookies(server)).containsExactly("", "");
  }

  @Test
  void cookiesAndOwnHeadersStayWithTheirServer() {
    String away = other.address("/b").toString().replace("127.0.0.1", "localhost");
    server.answer("/a", 302, new byte[0], "Location: " + away, "Set-Cookie: a=1; Path=/");
    other.serve("/b", "x", "text/xml");

    get("/a", Map.of("X-Key", "k", "User-Agent", "Reader/1"));

    assertThat(server.requests().getFirst().header("x-key")).isEqualTo("k");
    assertThat(server.requests().getFirst().header("user-agent")).isEqualTo("Reader/1");
    assertThat(other.requests().getFirst().headers()).doesNotContainKeys("x-key", "cookie");
    assertThat(other.requests().getFirst().header("user-agent")).startsWith("Bongsu/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|X-A: b||wants a login",
        "403|X-A: b||refuses robots",
        "406|X-A: b||refuses robots",
        "451|X-A: b||may not answer where the bot runs",
        "403|cf-mitigated: challenge||browsers through only",
        "503|Server: x|<html><title>Just a moment...</title>|browsers through only",
        "202|x-amzn-waf-action: challenge||browsers through only",
        "403|X-A: b|<script src='/cdn-cgi/challenge-platform/x'>|browsers through only"
      })
  void saysWhyASiteRefuses(int status, String header, String body, String reason) {
    server.answer("/feed", status, (body == null ? "" : body).getBytes(UTF_8), header);

    assertThat(SiteRefusal.of(response("/feed")))
        .hasValueSatisfying(
            why -> assertThat(why).contains(reason).contains(String.valueOf(status)));
  }

  @ParameterizedTest
  @CsvSource({"200", "404", "410", "500", "503"})
  void otherStatusesAreNoRefusal(int status) {
    server.answer("/feed", status, TEXT);

    assertThat(SiteRefusal.of(response("/feed"))).isEmpty();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] plain, boolean bare) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(6, bare))) {
      out.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }

  private static List<String> cookies(FeedServer of) {
    return of.requests().stream().map(request -> request.header("cookie")).toList();
  }

  private HttpOutcome.Response response(String path) {
    HttpOutcome outcome = get(path, Map.of());
    assertThat(outcome).isInstanceOf(HttpOutcome.Response.class);
    return (HttpOutcome.Response) outcome;
  }

  private HttpOutcome get(String path, Map<String, String> headers) {
    String named = other.allow().replace("127.0.0.1", "localhost");
    HttpSettings settings =
        new HttpSettings(
            List.of(server.allow(), named),
            Duration.ZERO,
            DataSize.ofMegabytes(2),
            Duration.ofSeconds(5));
    try (GuardedHttp http = new GuardedHttp(settings, new TestClock(), () -> 0)) {
      URI address = server.address(path);
      return http.get(HttpRequest.of(address, "*/*").withHeaders(headers));
    }
  }
}
