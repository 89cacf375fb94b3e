package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.SlackBot;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.SlackMrkdwn;
import dev.bongsu.testkit.SlackPost;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Slack in Socket Mode, from the slash command to the alert.
class SlackSocketModeTest {
  private static final Duration POLL = Duration.ofMinutes(16);

  private SlackBot bot;
  private FakeSlack slack;
  private int commands;

  @BeforeEach
  void start() {
    bot = new SlackBot("bongsu.slack.app-token=" + FakeSlack.APP_TOKEN);
    slack = bot.slack();
    slack.socket().awaitConnection();
  }

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void aCommandIsAnsweredWhereItWasSaidAndAnArticleAlertsOnce() {
    command("C1", "");
    assertThat(last().channel()).isEqualTo("C1");
    assertThat(last().visible()).contains("/bongsu subscribe WORDS");

    command("C1", "addfeed " + bot.publish("An old one"));
    assertThat(last().visible()).contains("Example");
    command("C1", "subscribe ransomware hospital");
    command("C2", "subscribe football");
    bot.publish("Ransomware closes a hospital", "An old one");
    bot.clock().advance(POLL);
    bot.turn();
    bot.clock().advance(POLL);
    bot.turn();

    assertThat(slack.posts("C1")).filteredOn(post -> isAlert(post)).hasSize(1);
    assertThat(slack.posts("C2")).noneMatch(SlackSocketModeTest::isAlert);
    assertThat(last().shown().getFirst()).isEqualTo("Ransomware closes a hospital");
    assertThat(last().links()).hasSize(1);
  }

  @Test
  void r032aHostileTitleArrivesLiterally() {
    String title = "hostile <b>bold</b> & <!channel> [x](http://evil.example) _a_ *b*";
    command("C1", "addfeed " + bot.publish("An old one"));
    command("C1", "subscribe hostile");
    bot.publish(title, "An old one");
    bot.clock().advance(POLL);
    bot.turn();

    assertThat(last().shown().getFirst()).isEqualTo(title);
    SlackMrkdwn fallback = SlackMrkdwn.parse(last().text());
    assertThat(fallback.visible()).startsWith(title);
    assertThat(fallback.mentions()).isEmpty();
    assertThat(fallback.formatting()).isEmpty();
    assertThat(last().links()).noneMatch(link -> link.contains("evil"));
  }

  @Test
  void koreanIsSpokenToWhoReadsKorean() {
    slack.locale("U1", "ko-KR");
    command("C1", "도움말");
    assertThat(last().visible()).contains("할 수 있는 일");
    assertThat(slack.calls("users.info")).hasSize(1);
  }

  @Test
  void aMentionIsAnsweredInItsThread() {
    event(
        "Ev1",
        Map.of(
            "type", "app_mention",
            "user", "U1",
            "text", "<@U0BOT> subscribe 사이버안보 &amp; <http://a.example|a.example>",
            "ts", "2.1",
            "thread_ts", "1.1",
            "channel", "C1"));
    assertThat(last().thread()).isEqualTo("1.1");
    assertThat(last().visible()).contains("구독을 시작했습니다", "사이버안보");
  }

  @Test
  void directMessagesNeedNoSlashAndNobodyTalksToItself() {
    event("Ev1", direct(Map.of("user", "U1", "text", "help")));
    event("Ev2", direct(Map.of("user", "U0BOT", "bot_id", "B1", "text", "What I can do")));
    event("Ev3", direct(Map.of("subtype", "message_changed", "text", "help")));
    assertThat(slack.posts("D1")).hasSize(1);
    assertThat(slack.socket().acknowledged()).containsExactly("Ev1", "Ev2", "Ev3");
  }

  @Test
  void r036theSameEventFourTimesIsOne() {
    Map<String, ?> help = direct(Map.of("user", "U1", "text", "help"));
    for (int i = 0; i < 4; i++) {
      event("Ev1", help);
    }
    assertThat(slack.posts("D1")).hasSize(1);
  }

  @Test
  void r037aConnectionThatIsRefreshedOrBreaksIsOpenedAnew() {
    slack.socket().refresh();
    slack.socket().awaitConnection();
    command("C1", "help");
    slack.answer(
        "apps.connections.open", new FakeSlack.Reply(502, "<html>Bad gateway</html>", Map.of()));
    slack.socket().drop();
    slack.socket().awaitConnection();
    command("C1", "help");
    assertThat(slack.posts("C1")).hasSize(2);
  }

  @Test
  void r029aRevokedTokenEndsAllCallsAndLosesNothing() {
    slack.fail("chat.postMessage", "token_revoked");
    command("C1", "help");
    command("C2", "help");
    bot.clock().advance(Duration.ofHours(1));
    bot.turn();

    assertThat(slack.calls("chat.postMessage")).hasSize(1);
    assertThat(
            bot.database()
                .database()
                .read()
                .sql("select state from delivery")
                .query((row, _) -> row.getString("state"))
                .list())
        .containsExactly("waiting", "waiting");
  }

  @Test
  void r016aNonsenseAnswerStopsNobodyElse() {
    slack.answer("chat.postMessage", new FakeSlack.Reply(502, "<html>Bad</html>", Map.of()));
    command("C3", "help");
    slack.answer("chat.postMessage", new FakeSlack.Reply(200, "", Map.of()));
    command("C4", "help");
    command("C5", "help");
    assertThat(slack.posts("C5")).hasSize(1);
    bot.clock().advance(Duration.ofMinutes(1));
    bot.turn();

    assertThat(slack.posts("C3")).hasSize(1);
    assertThat(slack.posts("C4")).hasSize(1);
  }

  private void command(String channel, String text) {
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
    slack.socket().deliver("slash_commands", "E" + commands, payload);
    bot.turn();
  }

  private void event(String id, Map<String, ?> event) {
    Map<String, ?> payload =
        Map.of("type", "event_callback", "event_id", id, "team_id", "T1", "event", event);
    slack.socket().deliver("events_api", id, payload);
    bot.turn();
  }

  private static Map<String, ?> direct(Map<String, String> fields) {
    Map<String, String> event = new java.util.HashMap<>(fields);
    event.putAll(Map.of("type", "message", "channel", "D1", "channel_type", "im", "ts", "1.1"));
    return event;
  }

  private SlackPost last() {
    return slack.posts().getLast();
  }

  private static boolean isAlert(SlackPost post) {
    return post.blocks().path(0).path("type").asString("").equals("header");
  }
}
