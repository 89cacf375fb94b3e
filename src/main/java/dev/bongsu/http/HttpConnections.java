package dev.bongsu.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// The HTTP clients: one for direct requests, and one for each proxy. No redirects, no retries, one
/// connection to a host at a time and 64 in all.
final class HttpConnections implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 64;
  private static final int MAX_HEADERS = 100;
  private static final int MAX_LINE_CHARS = 16 * 1024;
  private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(10);

  private final HttpSettings settings;
  private final AddressGuard guard;
  private final boolean leavesNames;
  private final CloseableHttpClient direct;
  private final Map<ProxyServer, CloseableHttpClient> proxied = new ConcurrentHashMap<>();

  /// Opens no connection yet.
  ///
  /// @param leavesNames whether names that do not resolve here may be left to a proxy
  HttpConnections(HttpSettings settings, AddressGuard guard, boolean leavesNames) {
    this.settings = settings;
    this.guard = guard;
    this.leavesNames = leavesNames;
    this.direct = client(PoolingHttpClientConnectionManagerBuilder.create(), guard).build();
  }

  /// Sends a request and reads the response.
  ///
  /// @param proxy null for a direct request
  Exchange.RawResponse execute(
      Exchange exchange, Target target, @Nullable ProxyServer proxy, Fetch fetch)
      throws IOException {
    HttpClientContext context = HttpClientContext.create();
    context.setCookieStore(fetch.cookies());
    if (proxy == null) {
      return direct.execute(
          exchange.get(), context, response -> exchange.read(response, fetch.reader()));
    }
    if (proxy.kind() == ProxyServer.Kind.HTTP) {
      guard.resolveForProxy(target.host().replaceAll("[\\[\\]]", ""), target.port(), leavesNames);
      authenticate(context, proxy);
    }
    Exchange.RawResponse answer =
        proxied
            .computeIfAbsent(proxy, this::clientThrough)
            .execute(exchange.get(), context, response -> exchange.read(response, fetch.reader()));
    requireAnswerOfTarget(answer, target, proxy, context);
    return answer;
  }

  /// A tunnel that was refused is answered by the proxy itself.
  private static void requireAnswerOfTarget(
      Exchange.RawResponse answer, Target target, ProxyServer proxy, HttpClientContext context)
      throws ConnectException {
    if (answer.status() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
      throw new ConnectException("the proxy %s refuses the user or password".formatted(proxy));
    }
    if (target.scheme().equals("https") && context.getSSLSession() == null) {
      throw new ConnectException(
          "the proxy %s cannot connect (%d)".formatted(proxy, answer.status()));
    }
  }

  /// Sends the credentials at once, without being asked for them.
  private static void authenticate(HttpClientContext context, ProxyServer proxy) {
    if (proxy.credentials() != null) {
      BasicScheme basic = new BasicScheme();
      basic.initPreemptive(
          new UsernamePasswordCredentials(proxy.user(), proxy.password().toCharArray()));
      context.resetAuthExchange(new HttpHost(proxy.host(), proxy.port()), basic);
    }
  }

  private CloseableHttpClient clientThrough(ProxyServer proxy) {
    return switch (proxy.kind()) {
      case HTTP -> clientOfHttpProxy(proxy);
      case SOCKS5 ->
          client(
                  new SocksConnections(proxy),
                  (PortResolver) (host, port) -> guard.resolveForProxy(host, port, leavesNames))
              .build();
    };
  }

  /// The only name that this client resolves is the proxy's, which the operator chose; the guard
  /// judges the target before.
  private CloseableHttpClient clientOfHttpProxy(ProxyServer proxy) {
    HttpHost server = new HttpHost(proxy.host(), proxy.port());
    HttpClientBuilder client =
        client(
                PoolingHttpClientConnectionManagerBuilder.create(),
                (PortResolver) guard::resolveUnguarded)
            .setProxy(server);
    if (proxy.credentials() != null) {
      client.setDefaultCredentialsProvider(credentials(server, proxy));
      client.setDefaultRequestConfig(requestConfig().setAuthenticationEnabled(true).build());
    }
    return client.build();
  }

  private static CredentialsProvider credentials(HttpHost server, ProxyServer proxy) {
    return CredentialsProviderBuilder.create()
        .add(
            new AuthScope(server),
            new UsernamePasswordCredentials(proxy.user(), proxy.password().toCharArray()))
        .build();
  }

  private HttpClientBuilder client(
      PoolingHttpClientConnectionManagerBuilder connections, DnsResolver names) {
    return HttpClients.custom()
        .setConnectionManager(connectionManager(connections, names))
        .setDefaultRequestConfig(requestConfig().build())
        // feeds are polled every few minutes: a kept connection would be dead by then
        .setConnectionReuseStrategy((_, _, _) -> false)
        .disableRedirectHandling()
        .disableContentCompression()
        .disableAuthCaching()
        .disableAutomaticRetries();
  }

  private RequestConfig.Builder requestConfig() {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(settings.deadline()))
        .setProtocolUpgradeEnabled(false)
        .setCookieSpec(StandardCookieSpec.RELAXED)
        .setAuthenticationEnabled(false);
  }

  private PoolingHttpClientConnectionManager connectionManager(
      PoolingHttpClientConnectionManagerBuilder connections, DnsResolver names) {
    Duration silence = settings.deadline();
    return connections
        .setDnsResolver(names)
        .setTlsSocketStrategy(new PinnedTls(settings.pins()))
        .setMaxConnTotal(MAX_CONNECTIONS)
        .setMaxConnPerRoute(1)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(CONNECT_TIMEOUT)
                .setSocketTimeout(Timeout.of(silence))
                .build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(CONNECT_TIMEOUT).build())
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                // header bytes stay unchanged: validators are echoed byte for byte
                .charCodingConfig(
                    CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build())
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(MAX_HEADERS)
                        .setMaxLineLength(MAX_LINE_CHARS)
                        .build())
                .build())
        .build();
  }

  @Override
  public void close() {
    direct.close(CloseMode.IMMEDIATE);
    proxied.values().forEach(client -> client.close(CloseMode.IMMEDIATE));
  }

  /// Connects through a SOCKS5 proxy.
  private static final class SocksConnections extends PoolingHttpClientConnectionManagerBuilder {
    private final ProxyServer proxy;

    SocksConnections(ProxyServer proxy) {
      this.proxy = proxy;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
      return new DefaultHttpClientConnectionOperator(
          _ -> new Socks5Socket(proxy, false),
          ports,
          names,
          RegistryBuilder.<TlsSocketStrategy>create()
              .register(URIScheme.HTTPS.getId(), tls)
              .build());
    }
  }

  /// Resolves names of servers whose port is known.
  private interface PortResolver extends DnsResolver {
    @Override
    List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException;

    @Override
    default InetAddress[] resolve(String host) {
      throw new IllegalStateException("resolved without a port");
    }

    @Override
    default String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
