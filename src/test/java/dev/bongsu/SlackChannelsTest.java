package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.SlackTestBot;
import dev.bongsu.testkit.FakeSlack;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Slack trusts its workspace, within the channels that the operator lists.
class SlackChannelsTest {

  @Test
  void r100OnlyListedChannelsAndDirectMessagesAreAnswered() {
    try (SlackTestBot bot =
        new SlackTestBot(
            "bongsu.slack.app-token=" + FakeSlack.APP_TOKEN, "bongsu.access.slack-channels=C1")) {
      bot.slack().socket().awaitConnection();
      say(bot, "C1", "/bongsu subscribe one");
      say(bot, "C2", "/bongsu subscribe two");
      say(bot, "C2", "/bongsu subscribe three");
      say(bot, "D1", "/bongsu subscribe four");

      assertThat(bot.slack().posts("C1")).singleElement().asString().contains("Subscribed: one");
      assertThat(bot.slack().posts("C2")).isEmpty();
      assertThat(bot.slack().ephemerals("U1"))
          .singleElement()
          .satisfies(post -> assertThat(post.visible()).startsWith("This bot is private"));
      assertThat(bot.slack().posts("D1")).singleElement().asString().contains("Subscribed: four");
    }
  }

  private static void say(SlackTestBot bot, String channel, String words) {
    String id = channel + words.hashCode();
    Map<String, String> payload =
        Map.of(
            "command",
            "/bongsu",
            "text",
            words.replace("/bongsu ", ""),
            "team_id",
            "T1",
            "channel_id",
            channel,
            "user_id",
            "U1",
            "trigger_id",
            id);
    bot.slack().socket().deliver("slash_commands", id, payload);
    bot.runDueWork();
  }
}
