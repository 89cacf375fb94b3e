package dev.bongsu.fuzz;

import dev.bongsu.config.SlackTestBot;
import dev.bongsu.testkit.FakeSlack;
import java.util.List;
import java.util.Map;

/// Sends envelopes of Socket Mode that are not as Slack documents them, and messages that are no
/// JSON.
final class SlackSocketFuzz {
  private static final int CHECK_EVERY = 10;

  private static final List<String> ENVELOPES =
      List.of(
          """
          {"type":"events_api","envelope_id":"%s","accepts_response_payload":false,"payload":{
          "type":"event_callback","event_id":"%<s","team_id":"T1","event":{"type":"app_mention",
          "user":"U1","text":"<@U0BOT> subscribe 사이버안보 &amp; x","ts":"2.1","channel":"C1"}}}
          """,
          """
          {"type":"events_api","envelope_id":"%s","payload":{"type":"event_callback","event_id":"%<s",
          "team_id":"T1","authorizations":[{"team_id":"T1","is_bot":true}],"event":{"type":"message",
          "channel":"D1","channel_type":"im","user":"U1","text":"help","ts":"1.1","blocks":[]}}}
          """,
          """
          {"type":"slash_commands","envelope_id":"%s","accepts_response_payload":true,"payload":{
          "command":"/bongsu","text":"list","team_id":"T1","user_id":"U1","channel_id":"C1",
          "trigger_id":"%<s","response_url":"http://127.0.0.1:1/"}}
          """,
          """
          {"type":"interactive","envelope_id":"%s","payload":{"type":"block_actions","trigger_id":"%<s",
          "team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"D1"},
          "container":{"type":"message","message_ts":"1.1"},
          "actions":[{"type":"button","action_id":"press_0","value":"pause:0,1:a:ABCDEFGH"}]}}
          """,
          """
          {"type":"interactive","envelope_id":"%s","accepts_response_payload":true,"payload":{
          "type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"x",
          "private_metadata":"D1","state":{"values":{"a":{"b":{"type":"plain_text_input","value":"q"}}}}}}}
          """,
          """
          {"type":"hello","num_connections":1,"connection_info":{"app_id":"%s"}}
          """);

  private final JsonMutations trees;
  private final Mutations texts;

  SlackSocketFuzz(long seed) {
    this.trees = new JsonMutations(seed);
    this.texts = new Mutations(seed);
  }

  /// So many messages of each kind.
  void run(int cases) {
    try (SlackTestBot bot = new SlackTestBot("bongsu.slack.app-token=" + FakeSlack.APP_TOKEN)) {
      bot.slack().socket().awaitConnection();
      for (int i = 0; i < cases; i++) {
        String id = "E" + i;
        String envelope = trees.of(ENVELOPES.stream().map(one -> one.formatted(id)).toList());
        bot.slack().socket().sendRaw(envelope);
        bot.slack().socket().sendRaw(texts.of(List.of(envelope)));
        if (i % CHECK_EVERY == 0) {
          assertHeard(bot, "good" + i);
        }
      }
      bot.runDueWork();
    }
  }

  private static void assertHeard(SlackTestBot bot, String id) {
    Map<String, String> command =
        Map.of(
            "command", "/bongsu", "text", "list", "team_id", "T1", "user_id", "U1", "channel_id",
            "C1", "trigger_id", id);
    bot.slack().socket().send("slash_commands", id, command);
    bot.slack().socket().awaitAcknowledged(id);
  }
}
