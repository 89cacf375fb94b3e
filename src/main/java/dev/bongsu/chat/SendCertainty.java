package dev.bongsu.chat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Tells whether a request that failed can have reached its server.
public final class SendCertainty {
  private SendCertainty() {}

  /// False if the connection was never made: unknown host, connection refused, certificate not
  /// trusted. True whenever the server may have read the request.
  public static boolean mayHaveReachedServer(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (isConnectFailure(e)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConnectFailure(Throwable e) {
    return switch (e) {
      case ConnectException _, NoRouteToHostException _, UnknownHostException _ -> true;
      case SSLHandshakeException _, SSLPeerUnverifiedException _ -> true;
      // OkHttp, when an HTTP proxy opens no tunnel
      case IOException io when String.valueOf(io.getMessage()).contains(" for CONNECT: ") -> true;
      case IOException io when "Failed to authenticate with proxy".equals(io.getMessage()) -> true;
      // Java and OkHttp name the same class for connecting and for reading.
      case SocketTimeoutException _ ->
          String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
      default -> false;
    };
  }
}
