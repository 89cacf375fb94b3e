package dev.bongsu.slack;

import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import com.slack.api.socket_mode.response.AckResponse;
import com.slack.api.socket_mode.response.MapResponse;
import com.slack.api.socket_mode.response.SocketModeResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Slack's Socket Mode: the bot opens a WebSocket through which Slack sends its requests, so the
/// bot needs no public address.
///
/// A thread watches the connection and reconnects; consecutive failures double the wait, up to a
/// minute. Slack's own watcher is not used: it ends for good at the first answer that is not JSON
/// (read in 1.51.0, `maintainCurrentSession`), and its `SocketModeApp` leaves threads behind.
public final class SlackSocket implements SmartLifecycle {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);
  private static final int MAX_DOUBLINGS = 5;

  private final SlackClient slack;
  private final SlackRequestHandler requestHandler;
  private final SocketModeRequestParser parser;
  private CountDownLatch stopped = new CountDownLatch(0);
  private @Nullable Thread watcher;
  private @Nullable SocketModeClient socket;
  private boolean connected;
  private int failures;

  public SlackSocket(SlackClient slack, SlackRequestHandler requests) {
    this.slack = slack;
    this.requestHandler = requests;
    this.parser = new SocketModeRequestParser(requests.config());
  }

  @Override
  public synchronized void start() {
    stopped = new CountDownLatch(1);
    watcher = Thread.ofPlatform().daemon().name("slack-socket").start(this::watch);
  }

  @Override
  public void stop() {
    Thread watching;
    synchronized (this) {
      stopped.countDown();
      watching = watcher;
      watcher = null;
    }
    if (watching != null) {
      watching.interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return watcher != null;
  }

  private void watch() {
    try {
      do {
        ensureConnected();
      } while (!stopped.await(backoff().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      // stopped
    } finally {
      close();
    }
  }

  private Duration backoff() {
    return CHECK_INTERVAL.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
  }

  /// Opens a connection if there is none, or the present one does not answer.
  private void ensureConnected() {
    SocketModeClient open = socket;
    if (open != null && open.verifyConnection()) {
      failures = 0;
      if (!connected) {
        LOG.info("Connected to Slack");
      }
      connected = true;
      return;
    }
    connected = false;
    failures++;
    try {
      connect();
    } catch (IOException | URISyntaxException | RuntimeException | Error e) {
      // Catches everything: this thread must not end while the bot runs.
      LOG.warn(
          "No connection to Slack, next attempt in {} s: {}", backoff().toSeconds(), reason(e));
    }
  }

  private void connect() throws IOException, URISyntaxException {
    if (socket == null) {
      String token = slack.settings().appToken().reveal();
      String address = slack.slack().issueSocketModeUrl(token);
      SocketModeClient made =
          new SocketModeClientJavaWSImpl(
              slack.slack(),
              token,
              address,
              1,
              new ConcurrentLinkedMessageQueue(),
              false,
              false,
              1);
      made.addWebSocketMessageListener(message -> handle(made, message));
      socket = made;
      made.connect();
    } else {
      socket.connectToNewEndpoint();
    }
  }

  /// A request that could not be stored is not acknowledged, and Slack retries.
  private void handle(SocketModeClient from, String message) {
    try {
      SocketModeRequest request = parser.parse(message);
      if (request != null) {
        Response answer = requestHandler.handle(request.getBoltRequest());
        from.sendSocketModeResponse(acknowledgement(request.getEnvelope().getEnvelopeId(), answer));
      }
    } catch (Throwable e) {
      LOG.error("Could not store or acknowledge the Slack request; Slack retries", e);
    }
  }

  /// With a payload if there is one, such as the errors of a form.
  private static SocketModeResponse acknowledgement(String envelope, Response answer) {
    String body = answer.getBody() == null ? "" : answer.getBody();
    return body.startsWith("{")
        ? MapResponse.builder()
            .envelopeId(envelope)
            .payload(JSON.readValue(body, new TypeReference<Map<String, Object>>() {}))
            .build()
        : new AckResponse(envelope);
  }

  private void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("Closing the connection to Slack failed", e);
    }
  }

  /// Only the library's messages about the connection, which contain no token.
  private static String reason(Throwable e) {
    return e instanceof IllegalStateException || e.getCause() != null
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName();
  }
}
