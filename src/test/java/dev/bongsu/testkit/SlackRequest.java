package dev.bongsu.testkit;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// A request of Slack's HTTP mode: signed as Slack does, or not quite.
public final class SlackRequest {
  public static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final byte[] body;
  private final String type;
  private String secret = SIGNING_SECRET;

  private SlackRequest(String body, String type) {
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.type = type;
  }

  public static SlackRequest json(Map<String, ?> body) {
    return new SlackRequest(JSON.writeValueAsString(body), "application/json");
  }

  /// A body as it is.
  public static SlackRequest raw(String body, String type) {
    return new SlackRequest(body, type);
  }

  /// A form, with everything but letters and digits percent-encoded, the way Slack does and Spring
  /// would not.
  public static SlackRequest form(Map<String, ?> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(String.valueOf(field.getValue())))
            .collect(Collectors.joining("&"));
    return new SlackRequest(body, "application/x-www-form-urlencoded");
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("*", "%2A")
        .replace("-", "%2D")
        .replace("~", "%7e");
  }

  /// Signed by somebody else.
  public SlackRequest forged() {
    secret = "somebody else's";
    return this;
  }

  /// Posts it signed, as sent at a time.
  public HttpResponse<String> post(URI address, Instant at) {
    String timestamp = String.valueOf(at.getEpochSecond());
    return post(
        address, "X-Slack-Request-Timestamp", timestamp, "X-Slack-Signature", sign(timestamp));
  }

  /// Posts it with headers of the test's choice, name and value in turn.
  public HttpResponse<String> post(URI address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The signature of this body at a timestamp.
  public String sign(String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
