package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class GuardedHttpTest {
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
  void fetches() {
    server.serve("/feed", "<rss/>", "text/xml; charset=utf-8");

    HttpOutcome.Response response = response("/feed");

    assertThat(response.isOk()).isTrue();
    assertThat(new String(response.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
    assertThat(response.contentType()).isEqualTo("text/xml; charset=utf-8");
    assertThat(response.address()).isEqualTo(server.address("/feed"));
    assertThat(response.movedTo()).isNull();
  }

  @Test
  void r088SendsOnlyTheExpectedHeaders() {
    String moved = "Location: " + server.address("/feed");
    server.answer("/old", 302, new byte[0], moved);
    server.serve("/feed", "x", "text/xml");

    response("/old");
    response("/feed");

    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests())
        .allSatisfy(
            request -> {
              assertThat(request.header("user-agent"))
                  .isEqualTo("Bongsu/0.1 (+https://github.com/bongsu/bongsu; 7 subscribers)");
              assertThat(request.headers())
                  .containsOnlyKeys(
                      "host", "user-agent", "accept", "accept-encoding", "connection");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"x\"", "no-quotes", "\"a b  c\"", "\"\u00e9\u0085\u00ff\"", "\"\""})
  void r080EchoesValidatorsByteForByte(String validator) {
    server.answer("/feed", 200, new byte[0], "ETag: " + validator, "Last-Modified: " + validator);
    HttpOutcome.Response first = response("/feed");

    http.get(
        HttpRequest.of(server.address("/feed"), "*/*")
            .conditional(first.etag(), first.lastModified()));

    FeedServer.Request second = server.requests("/feed").getLast();
    assertThat(second.header("if-none-match")).isEqualTo(validator);
    assertThat(second.header("if-modified-since")).isEqualTo(validator);
  }

  @Test
  void unpacksGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("<rss/>".getBytes(StandardCharsets.UTF_8));
    }
    server.answer("/feed", 200, packed.toByteArray(), "Content-Encoding: gzip");

    assertThat(response("/feed").bytes()).asString().isEqualTo("<rss/>");
  }

  @Test
  void r088UnpacksBrotliAndZstandard() {
    byte[] brotli = {0x50, 0, 0x10, '<', 'r', 's', 's', '/', '>', 3};
    byte[] zstd = Zstd.compress("<rss/>".getBytes(StandardCharsets.UTF_8));
    server.answer("/br", 200, brotli, "Content-Encoding: br");
    server.answer("/zstd", 200, zstd, "Content-Encoding: zstd");
    server.answer("/empty", 200, new byte[0], "Content-Encoding: zstd");

    assertThat(response("/br").bytes()).asString().isEqualTo("<rss/>");
    assertThat(response("/zstd").bytes()).asString().isEqualTo("<rss/>");
    assertThat(response("/empty").bytes()).isEmpty();
    assertThat(server.requests().getFirst().header("accept-encoding")).isEqualTo("gzip, br, zstd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Cache-Control: max-age=3600|PT1H",
        "Cache-Control: public, max-age=60, s-maxage=7200|PT2H",
        "Cache-Control: no-cache, max-age=60|PT0S",
        "Cache-Control: private|-",
        "Expires: Mon, 02 Mar 2026 01:00:00 GMT|PT1H",
        "Expires: Monday, 02-Mar-26 01:00:00 GMT|PT1H",
        "Expires: Mon Mar  2 01:00:00 2026|PT1H",
        "Expires: 0|PT0S",
        "X-Other: 1|-"
      })
  void r081KnowsHowLongAnAnswerIsFresh(String header, @Nullable Duration expected) {
    server.answer("/feed", 200, new byte[0], header);

    assertThat(response("/feed").freshFor()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120|2026-03-02T00:02:00Z",
        "99999999999999999999|2026-03-09T00:00:00Z",
        "Mon, 02 Mar 2026 06:00:00 GMT|2026-03-02T06:00:00Z",
        "Sun, 01 Mar 2099 06:00:00 GMT|2026-03-09T00:00:00Z"
      })
  void r082ReadsRetryAfter(String value, Instant expected) {
    server.serveTooMany("/feed", value);

    assertThat(response("/feed").retryAt()).isEqualTo(expected);
  }

  @Test
  void followsRedirectsAndReportsPermanentMoves() {
    server.redirect("/a", 301, "/b");
    server.redirect("/b", 308, "c?q=봉수".replace("봉수", "%EB%B4%89"));
    server.serve("/c?q=%EB%B4%89", "here", "text/plain");

    HttpOutcome.Response response = response("/a");

    assertThat(response.address()).isEqualTo(server.address("/c?q=%EB%B4%89"));
    assertThat(response.movedTo()).isEqualTo(response.address());
  }

  @Test
  void r083ATemporaryRedirectIsNotAMove() {
    server.redirect("/a", 302, "/b");
    server.redirect("/b", 301, "/c");
    server.serve("/c", "here", "text/plain");

    assertThat(response("/a").movedTo()).isNull();
  }

  @Test
  void sendsCredentialsOnlyToTheirOwnServer() {
    try (FeedServer other = FeedServer.start();
        GuardedHttp both = http(server.allow(), other.allow())) {
      server.redirect("/a", 302, "/b");
      server.redirect("/b", 302, other.address("/c").toString());
      other.serve("/c", "x", "text/plain");

      both.get(HttpRequest.of(URI.create("http://me:p%40ss@" + server.allow() + "/a"), "*/*"));

      assertThat(server.requests())
          .allSatisfy(
              request ->
                  assertThat(request.header("authorization")).isEqualTo("Basic bWU6cEBzcw=="));
      assertThat(other.requests("/c").getFirst().headers()).doesNotContainKey("authorization");
    }
  }

  @Test
  void r082ReadsRetryAfter() {
    server.serveTooMany("/seconds", "120");
    server.serveTooMany("/date", "Mon, 02 Mar 2026 01:00:00 GMT");
    server.serveTooMany("/absurd", "9999999999");
    server.serveTooMany("/words", "later");

    assertThat(response("/seconds").retryAt()).isEqualTo(clock.instant().plusSeconds(120));
    assertThat(response("/seconds").isRateLimited()).isTrue();
    assertThat(response("/date").retryAt()).isEqualTo("2026-03-02T01:00:00Z");
    assertThat(response("/absurd").retryAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    assertThat(response("/words").retryAt()).isNull();
  }

  private GuardedHttp http(String... allow) {
    return new GuardedHttp(
        new HttpSettings(
            List.of(allow), Duration.ofSeconds(1), DataSize.ofMegabytes(2), Duration.ofSeconds(2)),
        clock,
        () -> 0);
  }

  private HttpOutcome get(String path) {
    return http.get(HttpRequest.of(server.address(path), "*/*"));
  }

  private HttpOutcome.Response response(String path) {
    HttpOutcome outcome = get(path);
    assertThat(outcome).isInstanceOf(HttpOutcome.Response.class);
    return (HttpOutcome.Response) outcome;
  }
}
