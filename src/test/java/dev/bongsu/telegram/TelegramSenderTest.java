package dev.bongsu.telegram;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Secret;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TelegramSenderTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "7", "");
  private static final String STRANGE = "an answer that is not the Bot API's";
  private static final Message TEXT = new Message.Text("1 < 2 & so on");

  private final FakeTelegram server = FakeTelegram.start();
  private final TelegramApi api =
      new TelegramApi(
          new TelegramSettings(new Secret(server.token()), server.url()), Duration.ofSeconds(1));
  private final TelegramSender sender = new TelegramSender(api);

  @AfterEach
  void stop() {
    api.close();
    server.close();
  }

  @Test
  void anAlertHasItsTextAndAButton() {
    assertThat(send(CHAT, alert("https://a.example/1", Locale.KOREAN)))
        .isEqualTo(new SendResult.Sent("1"));

    FakeTelegram.SentMessage sent = server.sent(7).getFirst();
    assertThat(sent.text()).startsWith("A <title>\n");
    JsonNode button = sent.body().at("/reply_markup/inline_keyboard/0/0");
    assertThat(button.path("url").asString("")).isEqualTo("https://a.example/1");
    assertThat(button.path("text").asString("")).isEqualTo("기사 읽기");
    assertThat(sent.body().at("/link_preview_options/is_disabled").asBoolean(false)).isTrue();
    assertThat(sent.body().has("message_thread_id")).isFalse();
  }

  @Test
  void theBodyIsWhatIsSent() {
    List<String> bodies =
        TelegramRequests.requestBodies(CHAT, alert("https://a.example/1", Locale.KOREAN));

    assertThat(bodies).hasSize(1);
    assertThat(bodies.getFirst()).contains("\"parse_mode\":\"HTML\"", "A &lt;title&gt;");
  }

  @Test
  void aTopicIsAnsweredInTheTopic() {
    send(new ChatId(Platform.TELEGRAM, "", "7", "9"), TEXT);

    assertThat(server.sent(7)).extracting(FakeTelegram.SentMessage::thread).containsExactly("9");
  }

  @Test
  void aLongAnswerComesInParts() {
    String line = "A line of & < some length\n";
    send(CHAT, new Message.Text(line.repeat(300)));

    assertThat(server.sent(7)).hasSizeGreaterThan(1);
    assertThat(
            String.join("", server.sent(7).stream().map(FakeTelegram.SentMessage::text).toList()))
        .isEqualTo(line.repeat(300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost/1", "https://intranet/1"})
  void r008WhatTelegramRefusesIsSentPlainWithoutButton(String link) {
    Message alert = alert(link, Locale.ENGLISH);
    assertThat(send(CHAT, alert)).isInstanceOf(SendResult.InvalidMessage.class);
    assertThat(sender.prepare(CHAT, alert, true).getFirst().get())
        .isInstanceOf(SendResult.Sent.class);

    assertThat(server.sent(7)).hasSize(1);
    assertThat(server.sent(7).getFirst().text()).startsWith("A <title>\n").endsWith("\n" + link);
    assertThat(server.sent(7).getFirst().body().has("reply_markup")).isFalse();
  }

  @Test
  void aDigestHasEveryArticleInMessagesThatTelegramTakes() {
    List<Message.Item> items =
        IntStream.rangeClosed(1, 240)
            .mapToObj(
                i ->
                    new Message.Item(
                        "Story <" + i + "> & more of it",
                        URI.create("https://news.example/2026/" + i)))
            .toList();
    Message digest = new Message.Digest("240 more articles", items);
    assertThat(sender.prepare(CHAT, digest, false))
        .allMatch(part -> part.get() instanceof SendResult.Sent);
    assertThat(sender.prepare(new ChatId(Platform.TELEGRAM, "", "8", ""), digest, true))
        .allMatch(part -> part.get() instanceof SendResult.Sent);

    String rich = server.sent(7).stream().map(s -> s.body().toString()).collect(joining());
    String plain = server.sent(8).stream().map(FakeTelegram.SentMessage::text).collect(joining());
    for (int i = 1; i <= 240; i++) {
      assertThat(rich).contains("\n%d. Story &lt;%d&gt;".formatted(i, i).replace("\n", "\\n"));
      assertThat(rich).contains("https://news.example/2026/%d\\\"".formatted(i));
      assertThat(plain).contains("\n%d. Story <%d> & more".formatted(i, i));
    }
    assertThat(server.sent(7)).hasSameSizeAs(server.sent(8));
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        arguments(ApiResponse.badGateway(), new SendResult.MaybeSent(STRANGE, true)),
        arguments(ApiResponse.empty(), new SendResult.MaybeSent(STRANGE, true)),
        arguments(new ApiResponse(200, "null"), new SendResult.MaybeSent(STRANGE, true)),
        arguments(new ApiResponse(200, "{\"ok\": true}"), new SendResult.MaybeSent(STRANGE, true)),
        arguments(new ApiResponse(200, "[".repeat(5000)), new SendResult.MaybeSent(STRANGE, true)),
        arguments(new ApiResponse(302, ""), new SendResult.MaybeSent(STRANGE, true)),
        arguments(
            ApiResponse.of(500, "Internal Server Error"),
            new SendResult.TemporaryFailure("500 Internal Server Error")),
        arguments(ApiResponse.of(404, "Not Found"), new SendResult.Unreachable("404 Not Found")),
        arguments(
            ApiResponse.tooMany(43_837),
            new SendResult.RateLimited(
                "429 Too Many Requests: retry after 43837", Duration.ofSeconds(43_837))),
        tooMany(
            429, "Too Many Requests: retry after 0", ", \"parameters\": {\"retry_after\": 0}", 1),
        tooMany(429, "Too Many Requests: retry after 43837", "", 43_837),
        tooMany(429, "Too Many Requests", "", 30),
        tooMany(429, "Wait", ", \"parameters\": {\"retry_after\": 1e30}", 7 * 86_400),
        tooMany(429, "Wait", ", \"parameters\": {\"retry_after\": 99999999999}", 7 * 86_400),
        tooMany(420, "FLOOD_WAIT_17", "", 17),
        tooMany(400, "Bad Request: SLOWMODE_WAIT_12", "", 12),
        arguments(
            ApiResponse.of(400, "Logged out"), new SendResult.TokenRejected("400 Logged out")),
        arguments(
            new ApiResponse(400, "{\"ok\": false, \"error_code\": 400}"),
            new SendResult.InvalidMessage("400 ")),
        arguments(
            new ApiResponse(403, "{\"ok\": false, \"error_code\": 403}"),
            new SendResult.ChatGone(GoneReason.FORBIDDEN, "403 ")),
        arguments(new ApiResponse(500, "{\"ok\": false}"), new SendResult.MaybeSent(STRANGE, true)),
        arguments(
            ApiResponse.of(400, "Bad Request: group chat was upgraded to a supergroup chat"),
            new SendResult.TemporaryFailure(
                "400 Bad Request: group chat was upgraded to a supergroup chat")),
        gone(403, "Forbidden: bot was blocked by the user", GoneReason.BLOCKED),
        gone(403, "Forbidden: user is deactivated", GoneReason.DEACTIVATED),
        gone(403, "Forbidden: bot was kicked from the supergroup chat", GoneReason.NOT_MEMBER),
        gone(403, "Forbidden: bot is not a member of the channel chat", GoneReason.NOT_MEMBER),
        gone(403, "Forbidden: the group chat was deleted", GoneReason.DELETED),
        gone(403, "Forbidden: bot can't initiate conversation with a user", GoneReason.BLOCKED),
        gone(403, "Forbidden: something new", GoneReason.FORBIDDEN),
        gone(400, "Bad Request: chat not found", GoneReason.UNKNOWN),
        gone(400, "Bad Request: CHAT_WRITE_FORBIDDEN", GoneReason.FORBIDDEN),
        gone(400, "Bad Request: not enough rights to send text messages", GoneReason.FORBIDDEN),
        gone(400, "Bad Request: PEER_ID_INVALID", GoneReason.UNKNOWN),
        gone(400, "Bad Request: CHANNEL_INVALID", GoneReason.UNKNOWN),
        gone(400, "Bad Request: CHANNEL_PRIVATE", GoneReason.NOT_MEMBER),
        gone(400, "Bad Request: INPUT_USER_DEACTIVATED", GoneReason.DEACTIVATED),
        gone(400, "Bad Request: USER_IS_BLOCKED", GoneReason.BLOCKED),
        gone(400, "Bad Request: USER_BANNED_IN_CHANNEL", GoneReason.FORBIDDEN),
        gone(400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", GoneReason.FORBIDDEN),
        gone(400, "Bad Request: PRIVACY_PREMIUM_REQUIRED", GoneReason.FORBIDDEN),
        gone(400, "Bad Request: CHAT_ADMIN_REQUIRED", GoneReason.FORBIDDEN),
        gone(400, "Bad Request: CHAT_RESTRICTED", GoneReason.FORBIDDEN),
        gone(
            400,
            "Bad Request: need administrator rights in the channel chat",
            GoneReason.FORBIDDEN),
        gone(400, "Bad Request: have no rights to send a message", GoneReason.FORBIDDEN),
        gone(400, "Bad Request: TOPIC_DELETED", GoneReason.TOPIC_DELETED),
        gone(400, "Bad Request: TOPIC_CLOSED", GoneReason.TOPIC),
        gone(400, "Bad Request: message thread not found", GoneReason.TOPIC_DELETED),
        misunderstood("Bad Request: can't parse entities: Unsupported start tag"),
        misunderstood("Bad Request: BUTTON_URL_INVALID"),
        misunderstood("Bad Request: message is too long"),
        misunderstood("Bad Request: something else"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void r005r007r008r011r012r016EachAnswerHasItsMeaning(ApiResponse trouble, SendResult meaning) {
    server.respondWith(7, trouble);

    assertThat(send(CHAT, TEXT)).isEqualTo(meaning);
    assertThat(server.requests("sendmessage")).hasSize(1);
  }

  @Test
  void r006AGroupThatMovedSaysWhereTo() {
    server.respondWith(7, ApiResponse.movedTo(-1001234567890L));

    assertThat(send(CHAT, TEXT)).isEqualTo(new SendResult.ChatMoved("-1001234567890"));
  }

  @Test
  void r063AConnectionCutAfterTheRequestMayHaveSentIt() {
    // on a connection that was used before: OkHttp would send again on a new one by itself
    assertThat(send(new ChatId(Platform.TELEGRAM, "", "8", ""), TEXT))
        .isInstanceOf(SendResult.Sent.class);
    server.respondWith(7, ApiResponse.dropped());

    assertThat(send(CHAT, TEXT))
        .isInstanceOfSatisfying(
            SendResult.MaybeSent.class, maybe -> assertThat(maybe.answered()).isFalse());
    assertThat(server.requests("sendmessage")).as("not sent again behind our back").hasSize(2);
  }

  @Test
  void r025NoReasonHoldsTheToken() {
    server.respondWith(
        7, ApiResponse.of(400, "Bad Request: no such path /bot" + server.token() + "/x"));
    assertThat(send(CHAT, TEXT).toString()).contains("***").doesNotContain("AAAA");

    server.close();
    api.close();
    try (TelegramApi none =
        new TelegramApi(
            new TelegramSettings(new Secret(server.token()), server.url()),
            Duration.ofSeconds(1))) {
      SendResult result = new TelegramSender(none).prepare(CHAT, TEXT, false).getFirst().get();
      assertThat(result.toString()).startsWith("Unreachable").doesNotContain("AAAA");
    }
    assertThat(sender.account()).startsWith("telegram ").doesNotContain("AAAA");
    assertThat(new TelegramSettings(new Secret(server.token()), server.url()).toString())
        .doesNotContain("AAAA");
  }

  @Test
  void r013ARefusedTokenLosesNothing() {
    server.revokeToken();

    assertThat(send(CHAT, TEXT)).isEqualTo(new SendResult.TokenRejected("401 Unauthorized"));
  }

  private SendResult send(ChatId chat, Message message) {
    SendResult result = new SendResult.PermanentFailure("there is nothing to show");
    for (Supplier<SendResult> one : sender.prepare(chat, message, false)) {
      result = one.get();
    }
    return result;
  }

  private static Arguments gone(int code, String description, GoneReason why) {
    return arguments(
        ApiResponse.of(code, description), new SendResult.ChatGone(why, code + " " + description));
  }

  /// @param more of the answer's fields
  private static Arguments tooMany(int code, String description, String more, int seconds) {
    String body =
        "{\"ok\": false, \"error_code\": %d, \"description\": \"%s\"%s}"
            .formatted(code, description, more);
    return arguments(
        new ApiResponse(code, body),
        new SendResult.RateLimited(code + " " + description, Duration.ofSeconds(seconds)));
  }

  private static Arguments misunderstood(String description) {
    return arguments(
        ApiResponse.of(400, description), new SendResult.InvalidMessage("400 " + description));
  }

  private static Message.Alert alert(String link, Locale language) {
    return new Message.Alert(
        "A <title>",
        URI.create(link),
        List.of("A sentence."),
        "A paper",
        Instant.EPOCH,
        List.of("a"),
        List.of("a"),
        new Message.ChatLocale(language, ZoneId.of("UTC")));
  }
}
