package dev.bongsu.config;

import dev.bongsu.testkit.SlackPost;
import dev.bongsu.testkit.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The conversation of the document, on Slack.
final class SlackConversation implements ConversationDocumentTest.PlatformSession {
  private final SlackTestBot bot;
  private final String user;
  private int said;
  private int shown;

  SlackConversation(SlackTestBot bot, String user) {
    this.bot = bot;
    this.user = user;
  }

  @Override
  public void say(String words) {
    said++;
    Map<String, String> event = new HashMap<>();
    event.putAll(Map.of("type", "message", "channel", "D1", "channel_type", "im", "ts", "1.1"));
    event.putAll(Map.of("user", user, "text", words));
    Map<String, ?> payload =
        Map.of("type", "event_callback", "event_id", "Ev" + said, "team_id", "T1", "event", event);
    bot.slack().socket().deliver("events_api", "Ev" + said, payload);
    runDueWork();
  }

  @Override
  public boolean press(String label) {
    said++;
    SlackPost last = bot.slack().posts("D1").getLast();
    Map<String, ?> action =
        Map.of("type", "button", "action_id", "press_0", "value", last.buttonValue(label));
    Map<String, ?> payload =
        Map.of(
            "type", "block_actions",
            "trigger_id", "t" + said,
            "team", Map.of("id", "T1"),
            "user", Map.of("id", user),
            "channel", Map.of("id", "D1"),
            "container", Map.of("type", "message", "message_ts", "1700000000.000001"),
            "actions", List.of(action));
    bot.slack().socket().deliver("interactive", "E" + said, payload);
    runDueWork();
    return true;
  }

  @Override
  public void updateArchive() {
    bot.updateArchive();
  }

  @Override
  public void runDueWork() {
    bot.runDueWork();
  }

  @Override
  public void show(Transcript transcript) {
    List<SlackPost> all = bot.slack().posts("D1");
    for (SlackPost post : all.subList(Math.min(shown, all.size()), all.size())) {
      List<String> buttons = post.buttons();
      List<String> lines =
          post.blockTexts().stream().filter(line -> !buttons.contains(line)).toList();
      transcript.answered(String.join("\n", lines), buttons);
    }
    shown = all.size();
    List<SlackPost> asides = bot.slack().ephemerals(user);
    asides
        .subList(ephemeralShown, asides.size())
        .forEach(post -> transcript.answered(String.join("\n", post.blockTexts()), List.of()));
    ephemeralShown = asides.size();
  }

  private int ephemeralShown;
}
