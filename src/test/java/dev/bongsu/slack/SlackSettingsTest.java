package dev.bongsu.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.chat.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SlackSettingsTest {
  private static final URI API = URI.create("https://slack.com/api");

  @Test
  void nothingIsFine() {
    assertThat(settings(" ", "", "").apiUrl()).hasToString("https://slack.com/api/");
  }

  @Test
  void anAppTokenGoesBeforeASigningSecret() {
    assertThat(settings("xoxb-1-a", "xapp-1-b", "s3").usesSocket()).isTrue();
    assertThat(settings("xoxb-1-a", "", "s3").usesSocket()).isFalse();
  }

  @Test
  void saysWhatIsWrongWithoutTheSecret() {
    assertProblem("xoxp-hidden", "xapp-1", "", "bot-token");
    assertProblem("xoxb-1", "xoxb-hidden", "", "app-token");
    assertProblem("xoxb-hidden", "", "", "app-token (Socket Mode) or signing-secret");
  }

  @Test
  void printsNoSecret() {
    assertThat(settings("xoxb-1-hidden", "xapp-1-hidden", "hidden").toString())
        .doesNotContain("hidden");
  }

  private static void assertProblem(String bot, String app, String signing, String words) {
    assertThatThrownBy(() -> settings(bot, app, signing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("hidden");
  }

  private static SlackSettings settings(String bot, String app, String signing) {
    return new SlackSettings(new Secret(bot), new Secret(app), new Secret(signing), API);
  }
}
