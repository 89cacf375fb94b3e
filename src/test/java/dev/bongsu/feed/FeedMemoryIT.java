package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/// Twenty hostile feeds at once in a process with a small heap.
@Order(1)
class FeedMemoryIT {
  private static final int FEEDS = 20;
  private static final int BODY_BYTES = 9_900_000;
  private static final String HEAP = "-Xmx256m";

  @ParameterizedTest
  @CsvSource({
    "elements, too many elements",
    "instructions, too many elements",
    "text, ''",
    "items, ''"
  })
  void f8TheProcessLivesAndTheFeedFails(String kind, String reason) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                FeedMemoryIT.class.getName(),
                kind)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).doesNotContain("OutOfMemoryError");
    assertThat(output.lines().filter(line -> line.equals("outcome: " + reason)))
        .as(output)
        .hasSize(FEEDS);
  }

  /// The process: polls the feeds at the same time, and prints how each ended.
  public static void main(String[] arguments) throws Exception {
    try (FeedServer server = FeedServer.start();
        GuardedHttp http = http(server);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.serve("/rss", document(arguments[0]), "text/xml");
      FeedFetcher fetcher = new FeedFetcher(http, new FeedParser());
      List<Future<FetchOutcome>> polls =
          IntStream.range(0, FEEDS)
              .mapToObj(_ -> threads.submit(() -> fetcher.fetch(server.address("/rss"))))
              .toList();
      for (Future<FetchOutcome> poll : polls) {
        System.out.println("outcome: " + reason(poll.get()));
      }
    }
  }

  private static GuardedHttp http(FeedServer server) {
    HttpSettings settings =
        new HttpSettings(
            List.of(server.allow()),
            Duration.ofMillis(1),
            DataSize.ofMegabytes(10),
            Duration.ofMinutes(2));
    return new GuardedHttp(settings, new TestClock(), () -> 1);
  }

  private static String reason(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.NotAFeed(String reason) -> reason;
      case FetchOutcome.Failed(String reason, _, _) -> reason;
      default -> "";
    };
  }

  private static byte[] document(String kind) throws IOException {
    String item =
        switch (kind) {
          case "elements" -> "<item><title>a</title>" + "<x/>".repeat(19_900) + "</item>";
          case "instructions" -> "<item><title>a</title>" + "<?a?>".repeat(19_900) + "</item>";
          case "text" ->
              "<item><title>a</title><description>" + "가".repeat(3_000) + "</description></item>";
          default -> "<item><title>a</title></item>";
        };
    String items = item.repeat(BODY_BYTES / item.getBytes(StandardCharsets.UTF_8).length);
    return ("<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
