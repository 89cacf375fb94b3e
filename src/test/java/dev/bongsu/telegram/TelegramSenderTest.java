package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Secret;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.Trouble;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TelegramSenderTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "7", "");
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
    assertThat(sender.send(CHAT, alert("https://a.example/1", Locale.KOREAN)))
        .isEqualTo(new SendResult.Sent("1"));

    FakeTelegram.Sent sent = server.sent(7).getFirst();
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
        TelegramRequests.bodies(CHAT, alert("https://a.example/1", Locale.KOREAN));

    assertThat(bodies).hasSize(1);
    assertThat(bodies.getFirst()).contains("\"parse_mode\":\"HTML\"", "A &lt;title&gt;");
  }

  @Test
  void aTopicIsAnsweredInTheTopic() {
    sender.send(new ChatId(Platform.TELEGRAM, "", "7", "9"), TEXT);

    assertThat(server.sent(7)).extracting(FakeTelegram.Sent::thread).containsExactly("9");
  }

  @Test
  void aLongAnswerComesInParts() {
    String line = "A line of & < some length\n";
    sender.send(CHAT, new Message.Text(line.repeat(300)));

    assertThat(server.sent(7)).hasSizeGreaterThan(1);
    assertThat(String.join("", server.sent(7).stream().map(FakeTelegram.Sent::text).toList()))
        .isEqualTo(line.repeat(300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost/1", "https://intranet/1"})
  void r008AButtonThatTelegramRefusesIsLeftOut(String link) {
    assertThat(sender.send(CHAT, alert(link, Locale.ENGLISH))).isInstanceOf(SendResult.Sent.class);

    assertThat(server.sent(7)).hasSize(1);
    assertThat(server.sent(7).getFirst().text()).startsWith("A <title>\n").endsWith("\n" + link);
    assertThat(server.sent(7).getFirst().body().has("reply_markup")).isFalse();
    assertThat(server.requests("sendmessage")).hasSize(2);
  }

  @Test
  void r008WhatIsRefusedPlainTooIsRefused() {
    server.trouble(7, Trouble.of(400, "Bad Request: can't parse entities: Unsupported start tag"));

    assertThat(sender.send(CHAT, TEXT)).isInstanceOf(SendResult.Refused.class);
    assertThat(server.requests("sendmessage")).hasSize(2);
  }

  @Test
  void whatPassesIsForLater() {
    List<Trouble> passing =
        List.of(
            Trouble.tooMany(7),
            Trouble.badGateway(),
            Trouble.empty(),
            Trouble.dropped(),
            new Trouble(200, "null"),
            new Trouble(200, "{\"ok\": true}"),
            new Trouble(200, "[".repeat(5000)),
            new Trouble(302, ""),
            Trouble.of(500, "Internal Server Error"));
    for (Trouble trouble : passing) {
      server.trouble(7, trouble);

      assertThat(sender.send(CHAT, TEXT)).as("%s", trouble).isInstanceOf(SendResult.Later.class);
    }
    assertThat(server.requests("sendmessage")).as("each once").hasSize(passing.size());
  }

  @Test
  void aBlockedChatAndOtherPermanentTroubleIsRefused() {
    List<Trouble> lasting =
        List.of(
            Trouble.blocked(),
            Trouble.of(400, "Bad Request: chat not found"),
            Trouble.of(400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
            Trouble.of(400, "Bad Request: something else"));
    for (Trouble trouble : lasting) {
      server.trouble(7, trouble);

      assertThat(sender.send(CHAT, TEXT)).as("%s", trouble).isInstanceOf(SendResult.Refused.class);
    }
    assertThat(server.requests("sendmessage")).hasSize(lasting.size());
  }

  @Test
  void r025NoReasonHoldsTheToken() {
    server.trouble(7, Trouble.of(400, "Bad Request: no such path /bot" + server.token() + "/x"));
    assertThat(sender.send(CHAT, TEXT).toString()).contains("***").doesNotContain("AAAA");

    server.close();
    assertThat(sender.send(CHAT, TEXT).toString()).startsWith("Later").doesNotContain("AAAA");
    assertThat(new TelegramSettings(new Secret(server.token()), server.url()).toString())
        .doesNotContain("AAAA");
  }

  @Test
  void r013ARefusedTokenLosesNothing() {
    server.revokeToken();

    assertThat(sender.send(CHAT, TEXT)).isEqualTo(new SendResult.Later("401 Unauthorized"));
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
        new Message.Reader(language, ZoneId.of("UTC")));
  }
}
