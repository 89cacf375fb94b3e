package dev.bongsu;

import com.google.gson.JsonParser;
import dev.bongsu.config.SlackTestBot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The person `U1` of the workspace `T1`, who types and presses buttons in Socket Mode.
final class SlackPerson {
  private final SlackTestBot bot;
  private int commands;

  SlackPerson(SlackTestBot bot) {
    this.bot = bot;
  }

  /// The id under which Slack delivered the last action.
  String lastEnvelope() {
    return "E" + commands;
  }

  void press(String channel, String message, String value, boolean onPage) {
    commands++;
    Map<String, Object> payload = new HashMap<>();
    payload.put("type", "block_actions");
    payload.put("trigger_id", "trigger-" + commands);
    payload.put("team", Map.of("id", "T1"));
    payload.put("user", Map.of("id", "U1"));
    payload.put(
        "actions",
        List.of(
            Map.of("type", "button", "action_id", "press_0", "value", value, "action_ts", "1")));
    if (onPage) {
      payload.put("container", Map.of("type", "view"));
      payload.put("view", Map.of("id", "V1", "type", "home", "private_metadata", channel));
    } else {
      payload.put("channel", Map.of("id", channel));
      payload.put("container", Map.of("type", "message", "message_ts", message));
      payload.put("message", Map.of("ts", message));
    }
    bot.slack().socket().deliver("interactive", "E" + commands, payload);
    bot.runDueWork();
  }

  /// A press below a message that only this person sees.
  void pressEphemeral(String channel, String value, String response) {
    commands++;
    Map<String, Object> payload = new HashMap<>();
    payload.put("type", "block_actions");
    payload.put("trigger_id", "trigger-" + commands);
    payload.put("team", Map.of("id", "T1"));
    payload.put("user", Map.of("id", "U1"));
    payload.put("response_url", bot.slack().responseUrl(response).toString());
    payload.put("channel", Map.of("id", channel));
    payload.put(
        "container",
        Map.of("type", "message", "message_ts", "1800000000.000001", "is_ephemeral", true));
    payload.put(
        "actions",
        List.of(
            Map.of("type", "button", "action_id", "press_0", "value", value, "action_ts", "1")));
    bot.slack().socket().deliver("interactive", "E" + commands, payload);
    bot.runDueWork();
  }

  void submit(String form, String words) {
    commands++;
    Map<String, Object> view = new HashMap<>();
    view.put("id", "V" + commands);
    view.put("hash", "h");
    view.put("type", "modal");
    view.put("callback_id", "form");
    view.put(
        "private_metadata",
        JsonParser.parseString(form).getAsJsonObject().get("private_metadata").getAsString());
    view.put(
        "state",
        Map.of(
            "values",
            Map.of("words", Map.of("words", Map.of("type", "plain_text_input", "value", words)))));
    Map<String, Object> payload =
        Map.of(
            "type",
            "view_submission",
            "team",
            Map.of("id", "T1"),
            "user",
            Map.of("id", "U1"),
            "view",
            view);
    bot.slack().socket().deliver("interactive", "E" + commands, payload);
    bot.runDueWork();
  }

  void command(String channel, String text) {
    commands++;
    Map<String, String> payload =
        Map.of(
            "command",
            "/bongsu",
            "text",
            text,
            "team_id",
            "T1",
            "channel_id",
            channel,
            "user_id",
            "U1",
            "trigger_id",
            "trigger-" + commands);
    bot.slack().socket().deliver("slash_commands", "E" + commands, payload);
    bot.runDueWork();
  }

  void event(String id, Map<String, ?> event) {
    Map<String, ?> payload =
        Map.of("type", "event_callback", "event_id", id, "team_id", "T1", "event", event);
    bot.slack().socket().deliver("events_api", id, payload);
    bot.runDueWork();
  }
}
