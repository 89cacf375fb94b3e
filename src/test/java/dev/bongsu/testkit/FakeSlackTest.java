package dev.bongsu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The fake refuses what Slack refuses: a test that passes with it says something.
class FakeSlackTest {
  private final FakeSlack slack = FakeSlack.start();
  private final HttpClient client = HttpClient.newHttpClient();
  private final TestClock clock = new TestClock();

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void onlyTheRightTokenIsTaken() {
    assertThat(post("xoxb-other", Map.of("channel", "C1", "text", "hello")))
        .contains("invalid_auth");
    assertThat(post(Map.of("channel", "C1", "text", "hello"))).contains("\"ok\":true");
    assertThat(slack.posts("C1")).hasSize(1);
  }

  @Test
  void r031AllBlocksTogetherHaveALimit() {
    assertThat(post(section("plain_text", "x".repeat(3_000), 4))).contains("\"ok\":true");
    assertThat(post(section("plain_text", "x".repeat(3_000), 5))).contains("msg_blocks_too_long");
    assertThat(post(section("plain_text", "x".repeat(3_001), 1))).contains("invalid_blocks");
    assertThat(post(section("plain_text", "", 1))).contains("invalid_blocks");
    assertThat(post(section("plain_text", "x", 51))).contains("invalid_blocks");
  }

  @Test
  void r032MentionsAndForeignMarkupAreRefused() {
    for (String hostile : new String[] {"<!channel>", "<@U1>", "a < b", "R&D"}) {
      assertThat(post(section("mrkdwn", hostile, 1))).as(hostile).contains("invalid_blocks");
    }
    assertThat(post(section("mrkdwn", "a &lt; b &amp; c", 1))).contains("\"ok\":true");
  }

  @Test
  void unfurlingAndEmptyTextsAreRefused() {
    assertThat(post(Map.of("channel", "C1", "text", "hello", "unfurl_links", "true")))
        .contains("unfurling_is_on");
    assertThat(post(Map.of("channel", "C1", "text", " "))).contains("no_text");
  }

  @Test
  void r027AMessageASecondInAChannelToTheMillisecond() {
    slack.enforceRates(clock);
    assertThat(post(Map.of("channel", "C1", "text", "one"))).contains("\"ok\":true");
    assertThat(post(Map.of("channel", "C2", "text", "elsewhere"))).contains("\"ok\":true");
    clock.advance(Duration.ofMillis(999));
    assertThat(post(Map.of("channel", "C1", "text", "two"))).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(post(Map.of("channel", "C1", "text", "two"))).contains("\"ok\":true");
    assertThat(slack.refusals()).isOne();
  }

  private static Map<String, String> section(String type, String text, int times) {
    JsonMapper json = new JsonMapper();
    Map<String, ?> block = Map.of("type", "section", "text", Map.of("type", type, "text", text));
    String blocks = json.writeValueAsString(Collections.nCopies(times, block));
    return Map.of("channel", "C1", "text", "fallback", "blocks", blocks);
  }

  private String post(Map<String, String> fields) {
    return post(FakeSlack.BOT_TOKEN, fields);
  }

  private String post(String token, Map<String, String> fields) {
    Map<String, String> all =
        new HashMap<>(Map.of("unfurl_links", "false", "unfurl_media", "false"));
    all.putAll(fields);
    String body =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    URI address = slack.apiUrl().resolve("chat.postMessage");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
