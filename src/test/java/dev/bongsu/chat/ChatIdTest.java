package dev.bongsu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChatIdTest {

  @Test
  void r039EqualChannelsOfTwoWorkspacesAreTwoChats() {
    ChatId one = new ChatId(Platform.SLACK, "T1", "C1", "");

    assertThat(one).isNotEqualTo(new ChatId(Platform.SLACK, "T2", "C1", ""));
    assertThat(one).isNotEqualTo(new ChatId(Platform.SLACK, "T1", "C1", "7"));
    assertThat(one).isNotEqualTo(new ChatId(Platform.TELEGRAM, "T1", "C1", ""));
  }

  @Test
  void isWrittenAsInSettingsAndLogs() {
    assertThat(new ChatId(Platform.TELEGRAM, "", "12345", "")).hasToString("telegram:12345");
    assertThat(new ChatId(Platform.TELEGRAM, "", "-100", "7")).hasToString("telegram:-100#7");
    assertThat(new ChatId(Platform.SLACK, "T1", "C1", "")).hasToString("slack:T1/C1");
    assertThat(ChatId.console()).hasToString("console:console");
  }

  @Test
  void needsAChannel() {
    assertThatThrownBy(() -> new ChatId(Platform.SLACK, "T1", " ", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
