package dev.bongsu.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Slack's HTTP mode: events, commands and button presses come to `/slack/events`.
///
/// The body is read as raw bytes: Spring rebuilds the body of a form (`%2A` becomes `*`), and the
/// signature would no longer fit.
@RestController
public final class SlackEventsController {
  private static final Logger LOG = LoggerFactory.getLogger(SlackEventsController.class);
  private static final int MAX_BODY_BYTES = 1024 * 1024;

  private final SlackRequestHandler requestHandler;
  private final RequestSignature signature;
  private final InstantSource clock;
  private final SlackRequestParser parser;

  public SlackEventsController(
      SlackRequestHandler requestHandler, SlackSettings settings, InstantSource clock) {
    this.requestHandler = requestHandler;
    this.signature = new RequestSignature(settings.signingSecret());
    this.clock = clock;
    this.parser = new SlackRequestParser(requestHandler.config());
  }

  @PostMapping("/slack/events")
  ResponseEntity<byte[]> receive(HttpServletRequest request) throws IOException {
    List<String> timestamps = headers(request, RequestSignature.TIMESTAMP);
    if (!RequestSignature.isTimely(timestamps, clock.instant())) {
      return status(HttpStatus.UNAUTHORIZED);
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      return status(HttpStatus.CONTENT_TOO_LARGE);
    }
    List<String> signatures = headers(request, RequestSignature.SIGNATURE);
    if (!signature.isValid(timestamps.getFirst(), body, signatures)) {
      return status(HttpStatus.UNAUTHORIZED);
    }
    Request<?> parsed = parse(request, new String(body, StandardCharsets.UTF_8));
    return parsed == null ? status(HttpStatus.BAD_REQUEST) : respond(parsed);
  }

  /// @return null if it cannot be parsed
  private @Nullable Request<?> parse(HttpServletRequest request, String body) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, headers(request, name));
    }
    try {
      return parser.parse(
          SlackRequestParser.HttpRequest.builder()
              .requestUri(request.getRequestURI())
              .requestBody(body)
              .headers(new RequestHeaders(headers))
              .remoteAddress("")
              .build());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("Could not parse the Slack request; answered 400: {}", e.getClass().getSimpleName());
      return null;
    }
  }

  /// A failure is answered by 503, after which Slack retries.
  private ResponseEntity<byte[]> respond(Request<?> request) {
    try {
      Response answer = requestHandler.handle(request);
      String body = Objects.requireNonNullElse(answer.getBody(), "");
      return ResponseEntity.status(answer.getStatusCode())
          .contentType(MediaType.parseMediaType(answer.getContentType()))
          .body(body.getBytes(StandardCharsets.UTF_8));
    } catch (Throwable e) {
      LOG.error("Could not store the Slack request; answered 503, Slack retries", e);
      return status(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  private static List<String> headers(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }

  private static ResponseEntity<byte[]> status(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
