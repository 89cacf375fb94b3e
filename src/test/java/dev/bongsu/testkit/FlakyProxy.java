package dev.bongsu.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// Stands between the bot and a platform, and spoils some of the sends on their way.
public final class FlakyProxy implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final HttpServer server;
  private final Map<String, Long> blockedUntilNanos = new ConcurrentHashMap<>();
  private final AtomicInteger earlySends = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  private final URI target;
  private volatile Supplier<Fault> faults = () -> Fault.NONE;

  private FlakyProxy(HttpServer server, URI target) {
    this.server = server;
    this.target = target;
  }

  /// A proxy on a free port that spoils nothing yet.
  ///
  /// @param target scheme, host and port
  public static FlakyProxy start(URI target) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      FlakyProxy proxy = new FlakyProxy(HttpServer.create(any, 100), target);
      proxy.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      proxy.server.createContext("/", proxy::handle);
      proxy.server.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// From now on each send meets what this says.
  public void injectFaults(Supplier<Fault> faults) {
    this.faults = faults;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().toString();
      boolean isSend = path.toLowerCase(Locale.ROOT).endsWith("/sendmessage");
      String chat = isSend ? JSON.readTree(body).path("chat_id").asString("") : "";
      if (isSend && System.nanoTime() < blockedUntilNanos.getOrDefault(chat, Long.MIN_VALUE)) {
        earlySends.incrementAndGet();
      }
      Fault fault = isSend ? faults.get() : Fault.NONE;
      switch (fault) {
        case NONE -> forward(exchange, body, true);
        case CUT_AFTER_ARRIVAL -> forward(exchange, body, false);
        case CUT_BEFORE_ARRIVAL -> {}
        case BAD_GATEWAY -> answer(exchange, 502, "text/html", "<html>502 Bad Gateway</html>");
        case INTERNAL ->
            answer(
                exchange,
                500,
                "application/json",
                "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}");
        case UNAUTHORIZED ->
            answer(
                exchange,
                401,
                "application/json",
                "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        case TOO_MANY -> tooMany(exchange, chat);
      }
    }
  }

  private void tooMany(HttpExchange exchange, String chat) throws IOException {
    blockedUntilNanos.put(chat, System.nanoTime() + RETRY_AFTER.toNanos());
    long seconds = RETRY_AFTER.toSeconds();
    answer(
        exchange,
        429,
        "application/json",
        """
        {"ok":false,"error_code":429,"description":"Too Many Requests: retry after %d",
        "parameters":{"retry_after":%d}}
        """
            .formatted(seconds, seconds));
  }

  /// How many sends came to a chat within the time that it was told to wait.
  public int earlySends() {
    return earlySends.get();
  }

  private void forward(HttpExchange exchange, byte[] body, boolean answers) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answers) {
        answer(exchange, answer.statusCode(), "application/json", answer.body());
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }

  /// What happens to one send.
  public enum Fault {
    NONE,
    /// The message arrives and nobody learns of it.
    CUT_AFTER_ARRIVAL,
    /// The request was written, and the connection broke before anybody read it.
    CUT_BEFORE_ARRIVAL,
    BAD_GATEWAY,
    INTERNAL,
    TOO_MANY,
    UNAUTHORIZED
  }
}
