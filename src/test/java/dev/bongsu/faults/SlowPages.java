package dev.bongsu.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Many sites on the loopback (127.1.…), each with one page at a time that takes half a second, and
/// a feed of them all.
final class SlowPages implements AutoCloseable {
  private static final Duration PAGE_DELAY = Duration.ofMillis(500);
  private static final int SITES = 600;

  private final HttpServer server;
  private final Map<String, Integer> requestCounts = new ConcurrentHashMap<>();
  private final AtomicLong firstNanos = new AtomicLong();
  private final AtomicLong lastNanos = new AtomicLong();
  private volatile String feed = "";
  private int edition;

  private SlowPages(HttpServer server) {
    this.server = server;
  }

  static SlowPages start() {
    try {
      InetSocketAddress all = new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0);
      SlowPages pages = new SlowPages(HttpServer.create(all, 1000));
      pages.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      pages.server.createContext("/", pages::handle);
      pages.server.start();
      pages.publish(0);
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String feed() {
    return "http://127.0.0.1:" + port() + "/rss";
  }

  /// For `bongsu.http.allow`.
  String allow() {
    return IntStream.range(0, SITES)
        .mapToObj(site -> host(site) + ":" + port())
        .collect(Collectors.joining(",", "127.0.0.1:" + port() + ",", ""));
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private static String host(int site) {
    return "127.1.%d.%d".formatted(site / 250, 1 + site % 250);
  }

  /// A new edition of the feed, with one article on each of so many sites.
  void publish(int articles) {
    edition++;
    requestCounts.clear();
    firstNanos.set(0);
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < articles; i++) {
      items.append(
          "<item><title>Story %d of edition %d</title><link>http://%s:%d/%d/%d</link></item>"
              .formatted(i, edition, host(i), port(), edition, i));
    }
    feed =
        """
        <rss version="2.0"><channel><title>Many sites</title><link>http://127.0.0.1/</link>%s
        <item><title>An old story</title><link>http://127.0.0.1:%d/old</link></item>
        </channel></rss>
        """
            .formatted(items, port());
  }

  /// How many pages of this edition were given out.
  int fetchedPages() {
    return requestCounts.size();
  }

  /// How many pages were asked for more than once.
  long fetchedRepeatedly() {
    return requestCounts.values().stream().filter(times -> times > 1).count();
  }

  /// From the first page's request to the last page's end.
  Duration fetchDuration() {
    return Duration.ofNanos(lastNanos.get() - firstNanos.get());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      switch (path) {
        case "/rss" -> answer(exchange, "application/rss+xml", feed);
        case "/robots.txt" -> exchange.sendResponseHeaders(404, -1);
        default -> {
          firstNanos.compareAndSet(0, System.nanoTime());
          Faults.waitFor(PAGE_DELAY);
          answer(exchange, "text/html", page(path));
          requestCounts.merge(path, 1, Integer::sum);
          lastNanos.set(System.nanoTime());
        }
      }
    }
  }

  private static String page(String path) {
    return """
    <html><head><title>Story %s</title></head><body><article><h1>Story %s</h1>
    <p>The town council met on Monday to talk about the festival in spring. It was a long meeting.</p>
    <p>In the end the council decided that there will be one, as there was in each year before.</p>
    </article></body></html>
    """
        .formatted(path, path);
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
