package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.SlackTestBot;
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
  void aCommandIsAnsweredWhereItWasSaidAndAnArticleAlertsOnce() {
    person.command("C1", "start");
    assertThat(last().channel()).isEqualTo("C1");
    person.command("C1", "");
    assertThat(slack.ephemerals("U1").getLast().visible()).contains("/bongsu subscribe WORDS");

    person.command("C1", "addfeed " + bot.publish("An old one"));
    assertThat(last().visible()).contains("Example");
    person.command("C1", "subscribe ransomware hospital");
    person.command("C2", "subscribe football");
    bot.publish("Ransomware closes a hospital", "An old one");
    bot.clock().advance(POLL);
    bot.runDueWork();
    bot.clock().advance(POLL);
    bot.runDueWork();

    assertThat(slack.posts("C1")).filteredOn(post -> isAlert(post)).hasSize(1);
    assertThat(slack.posts("C2")).noneMatch(SlackSocketModeTest::isAlert);
    assertThat(last().blockTexts().getFirst()).isEqualTo("Ransomware closes a hospital");
    assertThat(last().links()).hasSize(1);
  }

  @Test
  void r032aHostileTitleArrivesLiterally() {
    String title = "hostile <b>bold</b> & <!channel> [x](http://evil.example) _a_ *b*";
    person.command("C1", "addfeed " + bot.publish("An old one"));
    person.command("C1", "subscribe hostile");
    bot.publish(title, "An old one");
    bot.clock().advance(POLL);
    bot.runDueWork();

    assertThat(last().blockTexts().getFirst()).isEqualTo(title);
    SlackMrkdwn fallback = SlackMrkdwn.parse(last().text());
    assertThat(fallback.visible()).startsWith(title);
    assertThat(fallback.mentions()).isEmpty();
    assertThat(fallback.formatting()).isEmpty();
    assertThat(last().links()).noneMatch(link -> link.contains("evil"));
  }

  @Test
  void koreanIsSpokenToWhoReadsKorean() {
    slack.locale("U1", "ko-KR");
    person.command("C1", "도움말");
    assertThat(slack.ephemerals("U1").getLast().visible()).contains("할 수 있는 일");
    assertThat(slack.calls("users.info")).hasSize(1);
  }

  @Test
  void aMentionIsAnsweredInItsThread() {
    person.event(
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
    person.event("Ev1", direct(Map.of("user", "U1", "text", "help")));
    person.event("Ev2", direct(Map.of("user", "U0BOT", "bot_id", "B1", "text", "What I can do")));
    person.event("Ev3", direct(Map.of("subtype", "message_changed", "text", "help")));
    assertThat(slack.posts("D1")).hasSize(1);
    assertThat(slack.socket().acknowledged()).containsExactly("Ev1", "Ev2", "Ev3");
  }

  @Test
  void r036theSameEventFourTimesIsOne() {
    Map<String, ?> help = direct(Map.of("user", "U1", "text", "help"));
    for (int i = 0; i < 4; i++) {
      person.event("Ev1", help);
    }
    assertThat(slack.posts("D1")).hasSize(1);
  }

  @Test
  void r037aConnectionThatIsRefreshedOrBreaksIsOpenedAnew() {
    slack.socket().refresh();
    slack.socket().awaitConnection();
    person.command("C1", "start");
    slack.answer(
        "apps.connections.open", new FakeSlack.Reply(502, "<html>Bad gateway</html>", Map.of()));
    slack.socket().drop();
    slack.socket().awaitConnection();
    person.command("C1", "start");
    assertThat(slack.posts("C1")).hasSize(2);
  }

  @Test
  void r029aRevokedTokenEndsAllCallsAndLosesNothing() {
    slack.fail("chat.postMessage", "token_revoked");
    person.command("C1", "start");
    person.command("C2", "start");
    bot.clock().advance(Duration.ofHours(1));
    bot.runDueWork();

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
    person.command("C3", "start");
    slack.answer("chat.postMessage", new FakeSlack.Reply(200, "", Map.of()));
    person.command("C4", "start");
    person.command("C5", "start");
    assertThat(slack.posts("C5")).hasSize(1);
    bot.clock().advance(Duration.ofMinutes(1));
    bot.runDueWork();

    assertThat(slack.posts("C3")).hasSize(1);
    assertThat(slack.posts("C4")).hasSize(1);
  }

  @Test
  void whatConcernsNobodyElseIsSaidToWhoAskedAndAPressChangesItInPlace() {
    person.command("C1", "subscribe one");
    person.command("C1", "subscribe two");
    person.command("C1", "list");
    assertThat(slack.posts("C1")).hasSize(2);
    SlackPost list = slack.ephemerals("U1").getLast();
    assertThat(list.visible()).contains("1. one", "2. two");

    SlackPost made = slack.posts("C1").getFirst();
    person.press("C1", "1700000000.000001", made.buttonValue("⏸ Pause"), false);
    assertThat(slack.posts("C1").getFirst().visible()).contains("one", "⏸ paused");
    assertThat(slack.posts("C1")).hasSize(2);
    person.press(
        "C1", "1700000000.000001", made.buttonValue("⏸ Pause").replaceFirst("on:", "off:"), false);
    assertThat(slack.ephemerals("U1").getLast().visible()).contains("does not work here");
  }

  @Test
  void aPageOfOnesOwnListsAndChangesAndFormsAreCommands() {
    person.event(
        "Ev1", Map.of("type", "app_home_opened", "user", "U1", "channel", "D1", "tab", "home"));
    SlackPost page = view("views.publish");
    assertThat(page.visible()).contains("No subscriptions yet", "＋ Subscribe");

    person.press("D1", "", page.buttonValue("＋ Subscribe"), true);
    String form = lastForm();
    person.submit(form, "ransomware hospital");
    assertThat(slack.posts("D1").getLast().visible()).contains("Subscribed: ransomware hospital");

    person.event(
        "Ev2", Map.of("type", "app_home_opened", "user", "U1", "channel", "D1", "tab", "home"));
    person.press("D1", "", view("views.publish").buttonValue("1"), true);
    person.press("D1", "", view("views.publish").buttonValue("✎ Change"), true);
    String edit = lastForm();
    assertThat(edit).contains("\"initial_value\":\"ransomware hospital\"");
    person.submit(edit, "football");
    assertThat(slack.posts("D1").getLast().visible()).contains("From now on: football");
  }

  @Test
  void aFormThatIsFilledInWronglySaysSoAtItsField() {
    person.command("C1", "subscribe");
    person.press(
        "C1",
        "1700000000.000001",
        slack.ephemerals("U1").getLast().buttonValue("＋ Subscribe"),
        false);
    person.submit(lastForm(), "(ransomware OR");
    assertThat(slack.socket().responses(person.lastEnvelope()))
        .contains("\"response_action\":\"errors\"", "\"words\":\"A word is missing");
    assertThat(slack.posts("C1")).isEmpty();

    person.submit(lastForm(), "ransomware");
    assertThat(slack.socket().responses(person.lastEnvelope())).isEmpty();
    assertThat(slack.posts("C1").getLast().visible()).contains("Subscribed: ransomware");
  }

  @Test
  void whatOnePersonSeesIsChangedThroughItsOwnAddress() {
    person.command("C1", "subscribe one");
    person.command("C1", "list");
    SlackPost list = slack.ephemerals("U1").getLast();
    person.pressEphemeral("C1", list.buttonValue("1"), "first");
    SlackPost card = slack.responses("first").getLast();
    assertThat(card.visible()).contains("1. one");
    person.pressEphemeral("C1", card.buttonValue("⏸ Pause"), "second");
    assertThat(slack.responses("second").getLast().visible()).contains("⏸ paused");
    assertThat(slack.calls("chat.update")).isEmpty();
  }

  @Test
  void whereSlackHasNoAsidesOrPagesTheAnswerIsAMessage() {
    slack.fail("chat.postEphemeral", "unknown_method");
    person.command("C1", "help");
    assertThat(last().visible()).contains("/bongsu subscribe WORDS");
  }

  @Test
  void r035AFormThatSlackIsSlowToOpenIsAnsweredInWords() {
    person.event(
        "Ev1", Map.of("type", "app_home_opened", "user", "U1", "channel", "D1", "tab", "home"));
    SlackPost page = view("views.publish");
    Runnable release = slack.hold("views.open");
    person.press("D1", "", page.buttonValue("＋ Subscribe"), true);

    assertThat(view("views.publish").visible())
        .as("while Slack is still silent")
        .contains("after the command");
    release.run();
  }

  private String lastForm() {
    return slack.calls("views.open").getLast().fields().getOrDefault("view", "");
  }

  private SlackPost view(String method) {
    return SlackPost.view(slack.calls(method).getLast().fields().get("view"));
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
