package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TelegramUpdateReaderTest {
  private static final String SOMEONE =
      "\"from\": {\"id\": 7, \"is_bot\": false, \"language_code\": \"ko\"}";
  private static final String PRIVATE = "\"chat\": {\"id\": 7, \"type\": \"private\"}";
  private static final String GROUP =
      "\"chat\": {\"id\": -100123, \"type\": \"supergroup\", \"is_forum\": true}";

  private final TelegramUpdateReader updates =
      new TelegramUpdateReader(new BotIdentity(42, "BongsuBot"));

  @Test
  void inAPrivateChatEverythingIsForTheBot() {
    assertThat(message(PRIVATE, SOMEONE, "사이버안보"))
        .contains(new Inbound(chat("7", ""), "42:5", "7", "사이버안보", Locale.forLanguageTag("ko")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/subscribe a b|/subscribe a b",
        "/subscribe@BongsuBot a b|/subscribe a b",
        "/SUBSCRIBE@bongsubot a b|/SUBSCRIBE a b",
        "/nonsense@bongsubot|/nonsense",
        "/구독 사이버안보|/구독 사이버안보",
        "@BongsuBot subscribe a b|/subscribe a b",
        "@bongsubot: 구독 사이버안보|/구독 사이버안보",
        "@bongsubot /list|/list",
        "@bongsubot|/help",
        "@bongsubot good morning|good morning"
      })
  void inAGroupTheBotHearsWhatIsAddressedToIt(String said, String heard) {
    assertThat(message(GROUP, SOMEONE, said).map(Inbound::text)).contains(heard);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good morning",
        "/subscribe@otherbot a",
        "/subscribe@BongsuBot2 a",
        "/kick someone",
        "subscribe a",
        "I asked @bongsubot",
        "@otherbot subscribe a",
        "//",
        "/"
      })
  void r022InAGroupTheRestIsNotForTheBot(String said) {
    assertThat(message(GROUP, SOMEONE, said)).isEmpty();
  }

  @Nested
  class ResolvedChat {

    @Test
    void isTheTopicOfAForum() {
      String topic = GROUP + ", \"is_topic_message\": true, \"message_thread_id\": 9";
      assertThat(message(topic, SOMEONE, "/list").map(Inbound::chat))
          .contains(chat("-100123", "9"));
    }

    @Test
    void isTheGroupWhenAThreadIsOnlyAReply() {
      assertThat(message(GROUP + ", \"message_thread_id\": 9", SOMEONE, "/list").map(Inbound::chat))
          .contains(chat("-100123", ""));
    }

    @Test
    void isAChannelThatPosts() {
      Optional<Inbound> post =
          read(
              """
              {"update_id": 5, "channel_post": {"message_id": 1, "text": "/구독 사이버안보",
                "chat": {"id": -100777, "type": "channel"},
                "sender_chat": {"id": -100777, "type": "channel"}}}
              """);
      assertThat(post)
          .contains(
              new Inbound(chat("-100777", ""), "42:5", "-100777", "/구독 사이버안보", Locale.KOREAN));
    }
  }

  @Nested
  class TheSender {

    @Test
    void r021MayBeMissing() {
      Inbound said = message(GROUP, "\"x\": 1", "/list").orElseThrow();
      assertThat(said.sender()).isEmpty();
      assertThat(said.language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void r021OfAnAnonymousAdministratorIsTheGroup() {
      String anonymous =
          "\"from\": {\"id\": 1087968824, \"is_bot\": true, \"language_code\": \"en\"},"
              + " \"sender_chat\": {\"id\": -100123, \"type\": \"supergroup\"}";
      assertThat(message(GROUP, anonymous, "/list").map(Inbound::sender)).contains("-100123");
    }

    @Test
    void isNoOtherBot() {
      assertThat(message(GROUP, "\"from\": {\"id\": 8, \"is_bot\": true}", "/list")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"forward_origin\": {\"type\": \"user\"}",
        "\"forward_date\": 1",
        "\"is_automatic_forward\": true"
      })
  void r022WhatIsForwardedIsNoCommand(String mark) {
    assertThat(message(PRIVATE, SOMEONE + ", " + mark, "/list")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"update_id\": 5}",
        "{\"update_id\": 5, \"edited_message\": {\"text\": \"/list\", \"chat\": {\"id\": 7}}}",
        "{\"update_id\": 5, \"tomorrows_news\": {\"text\": \"/list\"}}",
        "{\"update_id\": 5, \"message\": null}",
        "{\"update_id\": 5, \"message\": []}",
        "{\"update_id\": 5, \"message\": {\"chat\": {\"id\": 7, \"type\": \"private\"}}}",
        "{\"update_id\": 5, \"message\": {\"text\": \"x\", \"chat\": {\"id\": 7}}}",
        "{\"update_id\": 5, \"my_chat_member\": {\"chat\": {\"id\": 7}}}",
        "{\"update_id\": 5, \"callback_query\": {\"id\": \"1\", \"data\": \"x\"}}"
      })
  void otherKindsOfUpdatesSayNothing(String update) {
    assertThat(read(update)).isEmpty();
  }

  @Test
  void aMessageWithoutAChatIsRefused() {
    assertThatThrownBy(() -> message("\"chat\": {\"type\": \"private\"}", SOMEONE, "/list"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatNoDatabaseTakesIsReplaced() {
    Optional<Inbound> said =
        read(
            "{\"update_id\": 5, \"message\": {\"text\": \"a\\u0000b\\ud83dc\", %s, %s}}"
                .formatted(PRIVATE, SOMEONE));
    assertThat(said.map(Inbound::text)).contains("a\uFFFDb\uFFFDc");
  }

  private Optional<Inbound> message(String chat, String from, String text) {
    return read(
        "{\"update_id\": 5, \"message\": {\"message_id\": 1, \"text\": \"%s\", %s, %s}}"
            .formatted(text, chat, from));
  }

  private Optional<Inbound> read(String json) {
    return updates.read(JsonMapper.shared().readTree(json));
  }

  private static ChatId chat(String channel, String thread) {
    return new ChatId(Platform.TELEGRAM, "", channel, thread);
  }
}
