package dev.bongsu.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// TLS with pinned certificates. A server with a pin must present exactly the pinned certificate;
/// its issuer, name and dates are not checked. Other servers are verified as usual.
final class PinnedTls implements TlsSocketStrategy {
  private final TlsSocketStrategy defaultStrategy = DefaultClientTlsStrategy.createDefault();
  private final Map<String, TlsSocketStrategy> pinned;

  /// @param fingerprints SHA-256 of the certificates in hex, by `host:port` in lower case
  PinnedTls(Map<String, String> fingerprints) {
    pinned =
        fingerprints.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, pin -> pinnedTo(pin.getValue())));
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
      throws IOException {
    String server = target.toLowerCase(Locale.ROOT) + ":" + port;
    return pinned
        .getOrDefault(server, defaultStrategy)
        .upgrade(socket, target, port, attachment, context);
  }

  private static TlsSocketStrategy pinnedTo(String fingerprint) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new PinnedTrustManager(fingerprint)}, null);
      // the pinned certificate identifies the server, so its name is not checked
      return new DefaultClientTlsStrategy(
          context, HostnameVerificationPolicy.CLIENT, (_, _) -> true);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  private record PinnedTrustManager(String fingerprint) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      if (!sha256(chain[0]).equals(fingerprint)) {
        throw new CertificateException("not the pinned certificate");
      }
    }

    private static String sha256(X509Certificate certificate) throws CertificateException {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.of().formatHex(hash);
      } catch (GeneralSecurityException e) {
        throw new CertificateException(e);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("client certificates are not supported");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
