package dev.bongsu.slack;

import dev.bongsu.http.NetworkErrors;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/// One WebSocket of Socket Mode. Its messages are handled one after the other, beside the thread
/// that reads, which answers pings.
final class SocketConnection extends WebSocketListener implements AutoCloseable {
  private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(20);
  private static final int NORMAL_CLOSURE = 1000;

  private final OkHttpClient http;
  private final BiConsumer<SocketConnection, String> receiver;
  private final CountDownLatch decided = new CountDownLatch(1);
  private final ExecutorService inOrder =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final WebSocket socket;
  private volatile boolean open;
  private volatile @Nullable Throwable failure;

  private SocketConnection(
      OkHttpClient http, URI address, BiConsumer<SocketConnection, String> receiver) {
    this.http = http;
    this.receiver = receiver;
    this.socket = http.newWebSocket(new Request.Builder().url(address.toString()).build(), this);
  }

  /// Connects. Blocks.
  ///
  /// @param http of this connection alone
  /// @param receiver of each message
  static SocketConnection open(
      OkHttpClient http, URI address, BiConsumer<SocketConnection, String> receiver)
      throws IOException, InterruptedException {
    SocketConnection connection = new SocketConnection(http, address, receiver);
    boolean decided = connection.decided.await(OPEN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    if (!decided || connection.failure != null) {
      connection.close();
      throw new IOException(
          connection.failure == null ? "no answer" : NetworkErrors.describe(connection.failure),
          connection.failure);
    }
    return connection;
  }

  boolean isOpen() {
    return open;
  }

  void send(String message) {
    socket.send(message);
  }

  @Override
  public void onOpen(WebSocket opened, Response response) {
    open = true;
    decided.countDown();
  }

  @Override
  public void onMessage(WebSocket opened, String message) {
    inOrder.execute(() -> receiver.accept(this, message));
  }

  @Override
  public void onClosing(WebSocket opened, int code, String reason) {
    open = false;
    opened.close(NORMAL_CLOSURE, null);
  }

  @Override
  public void onFailure(WebSocket opened, Throwable broken, @Nullable Response response) {
    failure = broken;
    open = false;
    decided.countDown();
  }

  /// Messages that have arrived are still handled.
  @Override
  public void close() {
    open = false;
    socket.cancel();
    inOrder.shutdown();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
