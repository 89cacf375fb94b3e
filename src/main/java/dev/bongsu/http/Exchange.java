package dev.bongsu.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/// One request and its response, without redirects.
final class Exchange {
  private static final int MAX_HEADER_CHARS = 64 * 1024;

  private final HttpGet get;

  private Exchange(HttpGet get) {
    this.get = get;
  }

  /// A request that is not sent yet.
  ///
  /// @param userInfo sent as Basic credentials; null for none
  static Exchange of(
      Target target, HttpRequest request, String userAgent, @Nullable String userInfo) {
    HttpGet get = new HttpGet(target.address());
    get.setHeader(HttpHeaders.USER_AGENT, userAgent);
    get.setHeader(HttpHeaders.ACCEPT, request.accept());
    get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, br, zstd");
    get.setHeader(HttpHeaders.CONNECTION, "close");
    setIfPresent(get, HttpHeaders.IF_NONE_MATCH, request.etag());
    setIfPresent(get, HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
    if (userInfo != null) {
      get.setHeader(HttpHeaders.AUTHORIZATION, basicCredentials(userInfo));
    }
    return new Exchange(get);
  }

  /// Adds headers, in place of those of the same name.
  void addHeaders(Map<String, String> headers) {
    headers.forEach(get::setHeader);
  }

  private static void setIfPresent(HttpGet get, String name, @Nullable String value) {
    if (value != null) {
      get.setHeader(name, value);
    }
  }

  private static String basicCredentials(String userInfo) {
    String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  HttpGet get() {
    return get;
  }

  /// Aborts the exchange at once. For any thread.
  void abort() {
    get.abort();
  }

  /// Reads a response. Aborts a partly read body, which the client would otherwise read to its end.
  RawResponse read(ClassicHttpResponse response, BodyReader reader) throws IOException {
    try {
      Headers headers = headers(response);
      if (location(response.getCode(), headers).isPresent()) {
        abort();
        return new RawResponse(response.getCode(), headers, new Body(new byte[0]));
      }
      HttpEntity entity = response.getEntity();
      byte[] body =
          entity == null
              ? new byte[0]
              : reader.read(entity.getContent(), headers.first(HttpHeaders.CONTENT_ENCODING));
      return new RawResponse(response.getCode(), headers, new Body(body));
    } catch (IOException | RuntimeException e) {
      abort();
      throw e;
    }
  }

  private static Headers headers(ClassicHttpResponse response) throws IOException {
    Map<String, String> values = new HashMap<>();
    int size = 0;
    for (Header header : response.getHeaders()) {
      String value = header.getValue() == null ? "" : header.getValue();
      size += header.getName().length() + value.length();
      values.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), value);
    }
    if (size > MAX_HEADER_CHARS) {
      throw new MessageConstraintException("headers too large");
    }
    return new Headers(values);
  }

  /// The target of a redirect with this status; empty for other statuses.
  private static Optional<String> location(int status, Headers headers) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> Optional.ofNullable(headers.first(HttpHeaders.LOCATION));
      default -> Optional.empty();
    };
  }

  /// The response.
  ///
  /// @param body empty for a redirect
  record RawResponse(int status, Headers headers, Body body) {

    Optional<String> location() {
      return Exchange.location(status, headers);
    }

    boolean isPermanentRedirect() {
      return status == 301 || status == 308;
    }
  }
}
