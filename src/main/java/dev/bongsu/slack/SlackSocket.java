package dev.bongsu.slack;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Slack's Socket Mode: the bot opens a WebSocket through which Slack sends its requests, so the
/// bot needs no public address.
///
/// A thread watches the connection and reconnects; consecutive failures double the wait, up to a
/// minute. Slack's own client is not used: its watcher ends for good at the first answer that is
/// not JSON (read in 1.51.0, `maintainCurrentSession`), and its WebSocket knows no proxy.
public final class SlackSocket implements SmartLifecycle {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);
  private static final int MAX_DOUBLINGS = 5;

  private final SlackClient slack;
  private final SlackRequestHandler requestHandler;
  private final SocketModeRequestParser parser;
  private final Semaphore refresh = new Semaphore(0);
  private volatile boolean stopped;
  private @Nullable Thread watcher;
  private @Nullable SocketConnection socket;
  private int failures;

  public SlackSocket(SlackClient slack, SlackRequestHandler requests) {
    this.slack = slack;
    this.requestHandler = requests;
    this.parser = new SocketModeRequestParser(requests.config());
  }

  @Override
  public synchronized void start() {
    stopped = false;
    watcher = Thread.ofPlatform().daemon().name("slack-socket").start(this::watch);
  }

  @Override
  public void stop() {
    Thread watching;
    synchronized (this) {
      stopped = true;
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
      boolean fresh = false;
      while (!stopped) {
        ensureConnected(fresh);
        Duration wait = isConnected() ? CHECK_INTERVAL : backoff();
        fresh = refresh.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        refresh.drainPermits();
      }
    } catch (InterruptedException _) {
      // stopped
    } finally {
      close();
    }
  }

  private boolean isConnected() {
    return socket != null && socket.isOpen();
  }

  private Duration backoff() {
    return CHECK_INTERVAL.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
  }

  /// Opens a connection if there is none.
  ///
  /// @param fresh whether Slack asked for a new one; the present one serves until then
  private void ensureConnected(boolean fresh) throws InterruptedException {
    if (!fresh && isConnected()) {
      failures = 0;
      return;
    }
    failures += fresh ? 0 : 1;
    try {
      connect();
    } catch (IOException | RuntimeException | Error e) {
      // Catches everything: this thread must not end while the bot runs.
      LOG.warn(
          "No connection to Slack, next attempt in {} s: {}", backoff().toSeconds(), reason(e));
    }
  }

  private void connect() throws IOException, InterruptedException {
    URI address =
        URI.create(slack.slack().issueSocketModeUrl(slack.settings().appToken().reveal()));
    SocketConnection before = socket;
    socket = SocketConnection.open(slack.socketClient(address), address, this::handle);
    LOG.info("Connected to Slack");
    if (before != null) {
      before.close();
    }
  }

  private void handle(SocketConnection from, String message) {
    try {
      if (JSON.readTree(message).path("type").asString("").equals("disconnect")) {
        refresh.release();
        return;
      }
      SocketModeRequest request = parse(message);
      if (request != null) {
        Response answer = requestHandler.handle(request.getBoltRequest());
        from.send(acknowledgement(request.getEnvelope().getEnvelopeId(), answer));
      }
    } catch (JacksonException e) {
      LOG.warn("Slack sent a message that is not JSON; ignored: {}", e.getClass().getSimpleName());
    } catch (JsonParseException e) {
      warnOfShape(e);
    } catch (Throwable e) {
      // A request that could not be stored is not acknowledged, and Slack retries.
      LOG.error("Could not store or acknowledge the Slack request; Slack retries", e);
    }
  }

  /// Slack's library throws whatever it comes upon in a request of another shape than it knows.
  private @Nullable SocketModeRequest parse(String message) {
    try {
      return parser.parse(message);
    } catch (RuntimeException e) {
      warnOfShape(e);
      return null;
    }
  }

  private static void warnOfShape(RuntimeException e) {
    LOG.warn("Slack sent a request of an unknown shape; ignored: {}", e.getClass().getName());
  }

  /// With a payload if there is one, such as the errors of a form.
  private static String acknowledgement(String envelope, Response answer) {
    String body = answer.getBody() == null ? "" : answer.getBody();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("envelope_id", envelope);
    if (body.startsWith("{")) {
      message.put("payload", JSON.readTree(body));
    }
    return JSON.writeValueAsString(message);
  }

  private void close() {
    if (socket != null) {
      socket.close();
    }
  }

  /// Only the library's messages about the connection, which contain no token.
  private static String reason(Throwable e) {
    return e instanceof IllegalStateException || e.getCause() != null
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName();
  }
}
