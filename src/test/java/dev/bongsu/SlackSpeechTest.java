package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.SlackTestBot;
import dev.bongsu.testkit.FakeSlack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In which words and languages the bot speaks in Slack, and that it does not answer itself (C13).
class SlackSpeechTest {
  private SlackTestBot bot;
  private FakeSlack slack;
  private SlackPerson person;

  @BeforeEach
  void start() {
    bot = new SlackTestBot("bongsu.slack.app-token=" + FakeSlack.APP_TOKEN);
    slack = bot.slack();
    person = new SlackPerson(bot);
    slack.socket().awaitConnection();
  }

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void c13ItsOwnMessageWithoutBotIdIsNotAnswered() {
    person.event("Ev1", direct(Map.of("user", "U0BOT", "text", "What I can do")));
    person.event(
        "Ev2",
        Map.of("type", "app_mention", "user", "U0BOT", "text", "<@U0BOT> help", "channel", "C1"));
    assertThat(slack.calls("chat.postMessage")).isEmpty();
    person.event("Ev3", direct(Map.of("user", "U1", "text", "help")));
    assertThat(slack.posts("D1")).hasSize(1);
    assertThat(slack.calls("auth.test")).hasSize(1);
  }

  @Test
  void c13AGuessedLanguageIsReplacedWhenThePersonsIsKnown() {
    person.command("C1", "list");
    assertThat(slack.ephemerals("U1").getLast().visible()).startsWith("No subscriptions");
    slack.locale("U1", "ko-KR");
    bot.clock().advance(Duration.ofMinutes(11));
    person.command("C1", "list");
    assertThat(slack.ephemerals("U1").getLast().visible()).startsWith("아직 구독이 없습니다");
  }

  @Test
  void c13AChosenLanguageStays() {
    person.command("C1", "language en");
    slack.locale("U1", "ko-KR");
    bot.clock().advance(Duration.ofMinutes(11));
    person.command("C1", "list");
    assertThat(slack.ephemerals("U1").getLast().visible()).startsWith("No subscriptions");
  }

  @Test
  void c13SilentIsNotOfferedAndACommandInBracketsIsSlacksOwn() {
    person.command("C1", "subscribe word");
    person.command("C1", "settings 1");
    assertThat(slack.ephemerals("U1").getLast().buttons())
        .contains("🖼 With picture")
        .noneMatch(label -> label.contains("Silent"));
    person.command("C1", "settings 1 silent on");
    assertThat(slack.ephemerals("U1").getLast().visible()).startsWith("Slack plays its own");
    person.command("C1", "help");
    assertThat(slack.ephemerals("U1").getLast().visible()).contains("(/bongsu export opml)");
  }

  private static Map<String, ?> direct(Map<String, String> fields) {
    Map<String, String> event = new java.util.HashMap<>(fields);
    event.putAll(Map.of("type", "message", "channel", "D1", "channel_type", "im", "ts", "1.1"));
    return event;
  }
}
