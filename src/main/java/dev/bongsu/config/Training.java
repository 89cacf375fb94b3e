package dev.bongsu.config;

import dev.bongsu.demo.TrainingChat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// A short run of the bot by itself, from which the virtual machine learns what a start loads and
/// compiles. It speaks to loopback only, whatever the settings are.
final class Training {
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  /// Of the second half, which is for Telegram alone to judge.
  private static final int TOKEN_LENGTH = 35;

  private Training() {}

  /// Runs the bot until its own chat has been answered and told of an article.
  ///
  /// @return whether that was in time
  static boolean run(SpringApplication application) {
    try {
      Path folder = Files.createTempDirectory("bongsu-training");
      try (ConfigurableApplicationContext bot = application.run(arguments(folder))) {
        return bot.getBean(TrainingChat.class).awaitAnswers(TIMEOUT);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String[] arguments(Path folder) throws IOException {
    int port = freePort();
    String here = "127.0.0.1:" + port;
    return List.of(
            "spring.profiles.active=training",
            "spring.datasource.url=jdbc:sqlite:" + folder.resolve("bongsu.db"),
            "server.address=127.0.0.1",
            "server.port=" + port,
            "logging.file.name=" + folder.resolve("bongsu.log"),
            "bongsu.archive.path=" + folder.resolve("archive"),
            "bongsu.telegram.api-url=http://" + here,
            "bongsu.telegram.token=1:" + "t".repeat(TOKEN_LENGTH),
            "bongsu.slack.bot-token=",
            "bongsu.console.enabled=false",
            "bongsu.access.mode=open",
            "bongsu.feed.catalogue=",
            "bongsu.feed.interval=1s",
            "bongsu.feed.min-interval=1s",
            "bongsu.http.allow=" + here,
            "bongsu.http.host-gap=50ms")
        .stream()
        .map("--"::concat)
        .toArray(String[]::new);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
