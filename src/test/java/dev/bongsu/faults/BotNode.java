package dev.bongsu.faults;

import dev.bongsu.testkit.BotProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A bot whose health can be asked.
final class BotNode implements AutoCloseable {
  private final BotProcess process;
  private final int port;

  private BotNode(BotProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts a bot in a folder of its own.
  static BotNode start(Path parent, String name, Map<String, String> settings) {
    try {
      int port = freePort();
      Map<String, String> own = new HashMap<>(settings);
      own.put("SERVER_PORT", String.valueOf(port));
      return new BotNode(
          BotProcess.start(Files.createDirectories(parent.resolve(name)), own), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return any.getLocalPort();
    }
  }

  BotProcess process() {
    return process;
  }

  /// Whether it says that it can do its job.
  boolean isReady() {
    return readiness() == HttpURLConnection.HTTP_OK;
  }

  /// The status of its readiness; 0 if it does not answer.
  int readiness() {
    return status("/health/readiness");
  }

  /// The status of its health, tokens and all; 0 if it does not answer.
  int health() {
    return status("/health");
  }

  private int status(String path) {
    try {
      URI address = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(15_000);
      return connection.getResponseCode();
    } catch (IOException _) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
