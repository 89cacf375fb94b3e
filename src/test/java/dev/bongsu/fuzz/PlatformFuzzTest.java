package dev.bongsu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.SlackTestBot;
import dev.bongsu.testkit.SlackRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Broken payloads of Slack, signed as if Slack had sent them: each is answered, and none makes the
/// server fail.
class PlatformFuzzTest {
  private static final int CASES = 120;

  private static final List<String> PAYLOADS =
      List.of(
          """
          {"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"app_mention",
          "user":"U1","text":"<@U0BOT> subscribe 사이버안보 &amp; x","ts":"2.1","channel":"C1"}}
          """,
          """
          {"type":"event_callback","event_id":"Ev2","team_id":"T1","event":{"type":"message",
          "channel":"D1","channel_type":"im","user":"U1","text":"help","ts":"1.1"}}
          """,
          """
          {"type":"event_callback","event_id":"Ev3","team_id":"T1","event":{"type":"channel_id_changed",
          "old_channel_id":"C1","new_channel_id":"C2","event_ts":"1"}}
          """,
          """
          {"type":"url_verification","challenge":"3eZbrw1aB"}
          """);

  private static final List<String> ACTIONS =
      List.of(
          """
          {"type":"block_actions","trigger_id":"t1","team":{"id":"T1"},"user":{"id":"U1"},
          "channel":{"id":"D1"},"container":{"type":"message","message_ts":"1.1"},
          "actions":[{"type":"button","action_id":"press_0","value":"pause:0,1:a:ABCDEFGH"}]}
          """,
          """
          {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"x",
          "private_metadata":"D1","state":{"values":{"a":{"b":{"type":"plain_text_input","value":"q"}}}}}}
          """);

  @Test
  void everyPayloadOfSlackIsAnswered() {
    Mutations mutations = new Mutations(20_260_302);
    try (SlackTestBot bot =
        new SlackTestBot("bongsu.slack.signing-secret=" + SlackRequest.SIGNING_SECRET)) {
      for (int i = 0; i < CASES; i++) {
        String event = shortened(mutations.of(PAYLOADS));
        String action = shortened(mutations.of(ACTIONS));
        String command = shortened(mutations.of(Samples.COMMANDS));
        answered(bot, SlackRequest.raw(event, "application/json"), event);
        answered(bot, SlackRequest.form(Map.of("payload", action)), action);
        answered(
            bot,
            SlackRequest.form(
                Map.of(
                    "command",
                    "/bongsu",
                    "text",
                    command,
                    "team_id",
                    "T1",
                    "user_id",
                    "U1",
                    "channel_id",
                    "C1",
                    "trigger_id",
                    "t" + i)),
            command);
      }
      bot.runDueWork();
      assertThat(states(bot)).contains("done").doesNotContain("failed");
    }
  }

  @Test
  void noUpdateOfTelegramStopsTheOthers() {
    new TelegramFuzz(20_260_302).run(60);
  }

  /// Over Socket Mode: no envelope keeps a later one from being acknowledged.
  @Test
  void noEnvelopeOfSlackStopsTheOthers() {
    new SlackSocketFuzz(20_260_302).run(150);
  }

  private static String shortened(String text) {
    return text.length() > 20_000 ? text.substring(0, 20_000) : text;
  }

  private static List<String> states(SlackTestBot bot) {
    return bot.database()
        .database()
        .read()
        .sql("select distinct state from inbox")
        .query((row, _) -> row.getString("state"))
        .list();
  }

  private static void answered(SlackTestBot bot, SlackRequest request, String payload) {
    int status = request.post(bot.eventsUrl(), bot.clock().instant()).statusCode();
    assertThat(status).as(JsonMapper.shared().writeValueAsString(payload)).isIn(200, 400);
  }
}
