package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.bongsu.testkit.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/// A server whose certificate nobody vouches for.
class CertificatePinningTest {
  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;

  @Test
  void r093RefusesASelfSignedCertificate() throws Exception {
    try (Server server = new Server()) {
      assertThat(server.request(List.of()))
          .isEqualTo(
              new HttpOutcome.Failed(
                  "TLS: the server's certificate or protocol is not acceptable"));
      assertThat(server.requests).hasValue(0);
    }
  }

  @Test
  void r093AcceptsAPinnedCertificateFromItsServerOnly() throws Exception {
    try (Server server = new Server();
        Server twin = new Server(server.keys);
        Server other = new Server()) {
      String pin = server.fingerprint().replaceAll("..(?!$)", "$0:");

      assertThat(server.request(List.of("localhost:%d=%s".formatted(server.port(), pin))))
          .isInstanceOf(HttpOutcome.Response.class);
      assertThat(twin.request(List.of("localhost:%d=%s".formatted(server.port(), pin))))
          .as("another server")
          .isInstanceOf(HttpOutcome.Failed.class);
      assertThat(other.request(List.of("localhost:%d=%s".formatted(other.port(), pin))))
          .as("another certificate")
          .isInstanceOf(HttpOutcome.Failed.class);
      assertThat(twin.requests).hasValue(0);
      assertThat(other.requests).hasValue(0);
    }
  }

  /// A server with a certificate of its own making.
  private final class Server implements AutoCloseable {
    private final AtomicInteger requests = new AtomicInteger();
    private final KeyStore keys;
    private final HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    Server() throws IOException, InterruptedException, GeneralSecurityException {
      this(keys());
    }

    Server(KeyStore keys) throws IOException, GeneralSecurityException {
      this.keys = keys;
      server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
      server.createContext(
          "/",
          exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }

    int port() {
      return server.getAddress().getPort();
    }

    String fingerprint() throws GeneralSecurityException {
      byte[] certificate = keys.getCertificate("a").getEncoded();
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    }

    HttpOutcome request(List<String> certificates) {
      HttpSettings settings =
          new HttpSettings(
              List.of("localhost:" + port()),
              Duration.ZERO,
              DataSize.ofMegabytes(1),
              Duration.ofSeconds(5),
              certificates,
              "");
      try (GuardedHttp http = new GuardedHttp(settings, new TestClock(), () -> 0)) {
        return http.get(HttpRequest.of(URI.create("https://localhost:" + port() + "/"), "*/*"));
      }
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private KeyStore keys() throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve(UUID.randomUUID() + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
