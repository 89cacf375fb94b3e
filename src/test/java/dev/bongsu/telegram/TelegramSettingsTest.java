package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.chat.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSettingsTest {
  private static final URI TELEGRAM = URI.create("https://api.telegram.org");

  @Test
  void aBlankTokenIsNone() {
    assertThat(new TelegramSettings(new Secret(" "), TELEGRAM).token()).isNull();
    assertThat(new TelegramSettings(null, TELEGRAM).token()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "12:short", "a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "12:"})
  void r025AWrongTokenIsRefusedAndNotShown(String token) {
    assertThatThrownBy(() -> new TelegramSettings(new Secret(token), TELEGRAM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example",
        "api.telegram.org",
        "https://a.example/bot",
        "https://u:p@a.example",
        ""
      })
  void anAddressIsSchemeHostAndPort(String address) {
    assertThatThrownBy(() -> new TelegramSettings(null, URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
