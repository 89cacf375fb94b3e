package dev.bongsu.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import tools.jackson.databind.json.JsonMapper;

/// Slack's end of Socket Mode: greets, sends envelopes and counts the receipts.
public final class FakeSlackSocket implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long TIMEOUT_SECONDS = 90;

  private final CountDownLatch started = new CountDownLatch(1);
  private final BlockingQueue<WebSocket> connections = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> acknowledgements = new LinkedBlockingQueue<>();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Map<String, String> responses = new ConcurrentHashMap<>();
  private final Server server = new Server();
  private volatile WebSocket current;

  static FakeSlackSocket open() {
    FakeSlackSocket socket = new FakeSlackSocket();
    socket.server.setReuseAddr(true);
    socket.server.setDaemon(true);
    socket.server.start();
    await(socket.started);
    return socket;
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + server.getPort() + "/link?ticket=fake");
  }

  /// Where it listens on the loopback.
  public int port() {
    return server.getPort();
  }

  /// Waits for the bot's next connection.
  public void awaitConnection() {
    current = poll(connections);
  }

  /// Sends an envelope and waits for its receipt.
  public void deliver(String type, String envelopeId, Map<String, ?> payload) {
    send(type, envelopeId, payload);
    awaitAcknowledgement(envelopeId);
  }

  /// Sends an envelope.
  public void send(String type, String envelopeId, Map<String, ?> payload) {
    current.send(
        JSON.writeValueAsString(
            Map.of(
                "type", type,
                "envelope_id", envelopeId,
                "accepts_response_payload", type.equals("slash_commands"),
                "payload", payload)));
  }

  /// Sends a message as it is.
  public void sendRaw(String message) {
    current.send(message);
  }

  /// Asks for a new connection, as Slack does every few hours.
  public void refresh() {
    current.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
  }

  /// Breaks the connection without a word.
  public void drop() {
    current.closeConnection(1006, "gone");
  }

  /// The envelopes that were acknowledged, in order.
  public List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /// What the bot said at once to an envelope; blank if it only acknowledged it.
  public String responses(String envelopeId) {
    return responses.getOrDefault(envelopeId, "");
  }

  /// Waits for the receipt of an envelope, passing over others.
  public void awaitAcknowledged(String envelopeId) {
    while (!JSON.readTree(poll(acknowledgements)).path("envelope_id").asString("").equals(envelopeId)) {
      // another one's
    }
  }

  private void awaitAcknowledgement(String envelopeId) {
    String receipt = poll(acknowledgements);
    String id = JSON.readTree(receipt).path("envelope_id").asString("");
    if (!id.equals(envelopeId)) {
      throw new AssertionError("acknowledged %s, not %s".formatted(id, envelopeId));
    }
  }

  private static <T> T poll(BlockingQueue<T> queue) {
    try {
      T one = queue.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (one == null) {
        throw new AssertionError("nothing came within %d s".formatted(TIMEOUT_SECONDS));
      }
      return one;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the socket's server does not start");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop(1000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private final class Server extends WebSocketServer {
    Server() {
      super(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      connection.send("{\"type\":\"hello\",\"num_connections\":1}");
      connections.add(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
      String envelope = JSON.readTree(message).path("envelope_id").asString("");
      acknowledged.add(envelope);
      if (JSON.readTree(message).has("payload")) {
        responses.put(envelope, JSON.readTree(message).get("payload").toString());
      }
      acknowledgements.add(message);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket connection, Exception e) {}
  }
}
