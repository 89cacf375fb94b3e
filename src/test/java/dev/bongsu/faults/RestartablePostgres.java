package dev.bongsu.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A PostgreSQL that may be broken: its own, in a folder that outlives it.
final class RestartablePostgres implements AutoCloseable {
  private final Path data;
  private EmbeddedPostgres server;

  private RestartablePostgres(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  static RestartablePostgres start(Path data) {
    return new RestartablePostgres(data, open(data, 0));
  }

  private static EmbeddedPostgres open(Path data, int port) {
    try {
      var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
      builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
      builder.setServerConfig("full_page_writes", "on");
      return (port == 0 ? builder : builder.setPort(port)).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> settings() {
    return Map.of(
        "SPRING_DATASOURCE_URL",
            server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""),
        "SPRING_DATASOURCE_USERNAME", "postgres",
        "SPRING_DATASOURCE_PASSWORD", "postgres");
  }

  BotTables database() {
    return new BotTables(server.getJdbcUrl("postgres", "postgres"));
  }

  /// Ends it as `pg_ctl stop -m immediate` does, without a word to those connected.
  void crash() {
    try {
      String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
      new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> process.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Starts it again where it was.
  void restart() {
    int port = server.getPort();
    try {
      server.close();
    } catch (IOException | RuntimeException e) {
      // it was down already
    }
    server = open(data, port);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
