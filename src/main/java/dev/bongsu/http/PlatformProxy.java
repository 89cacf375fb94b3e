package dev.bongsu.http;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Sends a platform's requests through its proxy. The names of platforms are the operator's choice:
/// they are not guarded, and are left to the proxy.
public final class PlatformProxy {
  private static final String AUTHORIZATION = "Proxy-Authorization";

  private PlatformProxy() {}

  /// A client for one server.
  ///
  /// @param server whose proxy it is
  /// @return the same client if the server is requested directly
  public static OkHttpClient route(OkHttpClient client, Proxies proxies, URI server) {
    return proxies.forTarget(server).map(proxy -> through(client, proxy)).orElse(client);
  }

  private static OkHttpClient through(OkHttpClient client, ProxyServer proxy) {
    OkHttpClient.Builder builder = client.newBuilder();
    return switch (proxy.kind()) {
      case SOCKS5 ->
          builder
              .proxy(Proxy.NO_PROXY)
              .socketFactory(new SocksSocketFactory(proxy))
              .dns(PlatformProxy::nameOnly)
              .build();
      case HTTP -> {
        builder.proxy(new Proxy(Proxy.Type.HTTP, proxy.address()));
        if (proxy.credentials() != null) {
          builder.proxyAuthenticator((_, challenge) -> authorized(challenge, proxy));
          builder.addInterceptor(chain -> chain.proceed(authorized(chain.request(), proxy)));
        }
        yield builder.build();
      }
    };
  }

  /// The request for a tunnel with the credentials; null if they were refused.
  private static @Nullable Request authorized(Response challenge, ProxyServer proxy) {
    Request request = challenge.request();
    return request.header(AUTHORIZATION) == null
        ? request.newBuilder().header(AUTHORIZATION, proxy.basicCredentials()).build()
        : null;
  }

  /// A request that the proxy reads itself gets them at once: a message is written once only.
  private static Request authorized(Request request, ProxyServer proxy) {
    return request.isHttps()
        ? request
        : request.newBuilder().header(AUTHORIZATION, proxy.basicCredentials()).build();
  }

  /// The socket sends the name to the proxy; the client only insists on an address.
  private static List<InetAddress> nameOnly(String host) throws UnknownHostException {
    return List.of(InetAddress.getByAddress(host, new byte[4]));
  }

  private static final class SocksSocketFactory extends SocketFactory {
    private final ProxyServer proxy;

    SocksSocketFactory(ProxyServer proxy) {
      this.proxy = proxy;
    }

    @Override
    public Socket createSocket() {
      return new Socks5Socket(proxy, true);
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException("connected later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException("connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException("connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException("connected later");
    }
  }
}
