package dev.bongsu.http;

import com.github.luben.zstd.ZstdIOException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/// Describes network errors in words.
public final class NetworkErrors {
  private NetworkErrors() {}

  /// Any failure of a request, also of the platforms' clients.
  public static String describe(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).startsWith("the proxy ")) {
        return String.valueOf(cause.getMessage());
      }
      root = cause;
    }
    return root instanceof IOException trouble ? describe(trouble) : "no usable answer";
  }

  /// After its deadline a request fails by the deadline, whatever breaks when it is aborted.
  ///
  /// @param proxy that the request went through; null for none
  static String describe(Exception trouble, @Nullable ProxyServer proxy, boolean late) {
    if (late) {
      return "deadline exceeded";
    }
    String reason = trouble instanceof IOException e ? describe(e) : "invalid response";
    if (proxy == null) {
      return reason;
    }
    String message = String.valueOf(trouble.getMessage());
    return message.startsWith("the proxy ")
        ? message
        : "through the proxy %s: %s".formatted(proxy, reason);
  }

  static String describe(IOException trouble) {
    return switch (trouble) {
      case BodyReader.TooLargeException e -> String.valueOf(e.getMessage());
      case MemoryBudget.ExhaustedException _ -> "too many large documents at the same time";
      case UnknownHostException _ -> "no such host";
      case ConnectTimeoutException _ -> "cannot connect: timeout";
      case ConnectionRequestTimeoutException _ -> "connection limit reached";
      case ConnectException _ -> "cannot connect";
      case NoRouteToHostException _ -> "cannot connect: no route";
      case SocketTimeoutException _ -> "response timeout";
      case InterruptedIOException _ -> "timeout";
      case SSLHandshakeException _ -> "TLS: the server's certificate or protocol is not acceptable";
      case SSLException _ -> "TLS: broken connection";
      case MessageConstraintException _ -> "headers too large";
      case NoHttpResponseException _ -> "connection closed without a response";
      case ZipException _, ZstdIOException _ -> "corrupt compressed body";
      case IOException e when e.getCause() instanceof HttpException -> "not an HTTP response";
      default -> "connection broken";
    };
  }
}
