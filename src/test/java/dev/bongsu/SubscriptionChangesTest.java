package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.NewsFixture;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Several subscriptions are changed at once, and what ended comes back as it was. One bot, a chat
/// for each test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionChangesTest {
  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private final TestDatabase database = TestDatabase.sqlite();
  private final FeedServer server = FeedServer.start();
  private TestBot bot;
  private int chats;
  private ChatId chat;

  @BeforeAll
  void start() {
    bot = TestBot.start(database, clock, platform, server.allow());
  }

  @BeforeEach
  void subscribe() {
    chat = newChat();
    for (String word : List.of("alpha", "bravo", "charlie", "delta", "echo")) {
      ask("/subscribe " + word);
    }
  }

  @AfterAll
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 2;charlie delta echo",
        "1-3;delta echo",
        "5, 1;bravo charlie delta",
        "2 4-5;alpha charlie",
        "4 ~ 2;alpha echo",
        "#1 #3;bravo delta echo",
        "1번 2번;charlie delta echo",
        "２－３;alpha delta echo",
        "3,3 3;alpha bravo delta echo"
      })
  void c12SeveralNumbersEndSeveralSubscriptions(String numbers, String left) {
    ask("/unsubscribe " + numbers);
    assertThat(listed()).containsExactly(left.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"1 9;9", "2-7;2-7", "0 1;0 1", "1 two;two", "alpha bravo;alpha bravo"})
  void c12ANumberThatIsNoneIsNamedAndNothingEnds(String numbers, String named) {
    assertThat(ask("/unsubscribe " + numbers)).startsWith("There is no subscription \"" + named);
    assertThat(listed()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "ALL", "모두", "전체"})
  void c12AllEndAfterAConfirmation(String all) {
    assertThat(ask("/unsubscribe " + all)).startsWith("This removes all 5 subscriptions");
    assertThat(listed()).hasSize(5);

    ask("/unsubscribe " + all);
    press("Yes, remove all");
    assertThat(platform.replies(chat).getLast()).contains("alpha / bravo");
    press("↩ Undo");
    assertThat(listed()).containsExactly("alpha", "bravo", "charlie", "delta", "echo");

    ask("/unsubscribe " + all + " yes");
    assertThat(listed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 2h;2;1",
        "1 2 90m;1;2",
        "2h;2;5",
        "all 1d;24;5",
        "2-4 1 day;24;3",
        "1 for 3 hours;3;1",
        "1,5 1h 30m;1;2",
        "1 2시간 동안;2;1"
      })
  void c12APauseMayHaveAnEnd(String typed, int hours, int paused) {
    assertThat(ask("/pause " + typed)).startsWith("Paused until ");
    assertThat(pausedCount()).isEqualTo(paused);
    clock.advance(Duration.ofHours(hours).minusMinutes(1));
    assertThat(pausedCount()).isEqualTo(paused);
    clock.advance(Duration.ofMinutes(32));
    assertThat(pausedCount()).isZero();
  }

  @Test
  void c12AlertsComeAgainWhenAPauseHasEnded() {
    NewsFixture news = new NewsFixture(server);
    news.publish("spring-festival");
    ask("/addfeed " + news.feed());
    ask("/subscribe 사이버안보");
    ask("/pause 6 1h");
    news.publish("cyber-meeting");
    clock.advance(Duration.ofMinutes(31));
    bot.runDueWork();
    assertThat(platform.alerts(chat)).isEmpty();

    news.publish("cyber-column");
    clock.advance(Duration.ofMinutes(31));
    bot.runDueWork();
    assertThat(platform.alerts(chat)).hasSize(1);
  }

  @Test
  void c12EndlessPauseAndResumeTakeSeveralToo() {
    assertThat(ask("/pause 1 3")).startsWith("Paused: alpha / charlie");
    clock.advance(Duration.ofDays(400));
    assertThat(pausedCount()).isEqualTo(2);
    ask("/pause 1 2h");
    ask("/pause 1");
    clock.advance(Duration.ofDays(1));
    assertThat(pausedCount()).isEqualTo(2);
    assertThat(ask("/resume 1-3")).startsWith("Resumed: alpha / bravo / charlie");
    assertThat(pausedCount()).isZero();
    ask("/settings 2 4 silent on");
    assertThat(ask("/list")).contains("2. bravo - no matches this week · 🔕 silent");
    assertThat(ask("/list")).contains("4. delta - no matches this week · 🔕 silent");
  }

  @Test
  void c12ASubscriptionsOwnTextGoesBeforeItsReadingAsATimeOrNumbers() {
    ask("/subscribe rest 2h");
    assertThat(ask("/pause rest 2h")).startsWith("Paused: rest 2h");
  }

  @Test
  void c7UndoRestoresOptionsPlaceAndTime() {
    ask("/settings 2 silent on");
    ask("/settings 2 preview on");
    ask("/pause 2 5h");
    String before = ask("/list");

    ask("/unsubscribe 2");
    press("↩ Undo");
    assertThat(ask("/list")).isEqualTo(before);
    clock.advance(Duration.ofHours(6));
    assertThat(pausedCount()).isZero();
  }

  @Test
  void c7TheCardsEndHasAnUndo() {
    ask("/settings 4 preview on");
    String before = ask("/list");

    ask("/settings 4");
    press("✖ Unsubscribe");
    assertThat(platform.replies(chat).getLast())
        .startsWith("Unsubscribed: delta")
        .contains("4 subscriptions");
    press("↩ Undo");
    assertThat(ask("/list")).isEqualTo(before);
  }

  @Test
  void c7UndoOfWhatIsThereAgainChangesNothing() {
    ask("/unsubscribe 1 2");
    Button undo = button("↩ Undo");
    ask("/subscribe bravo");
    bot.press(chat, undo.payload());
    bot.runDueWork();
    assertThat(listed()).containsExactly("alpha", "charlie", "delta", "echo", "bravo");
  }

  @Test
  void c7AnotherChatCannotRestore() {
    ask("/unsubscribe 3");
    Button undo = button("↩ Undo");
    bot.press(newChat(), undo.payload());
    bot.runDueWork();
    assertThat(listed()).hasSize(4);
  }

  private ChatId newChat() {
    chats++;
    return new ChatId(Platform.TELEGRAM, "", String.valueOf(chats), "");
  }

  private void press(String label) {
    bot.press(chat, button(label).payload());
    bot.runDueWork();
  }

  private Button button(String label) {
    Message.Text last = (Message.Text) platform.received().getLast().message();
    return last.buttons().stream()
        .flatMap(List::stream)
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private long pausedCount() {
    return ask("/list").lines().filter(line -> line.contains("⏸ paused")).count();
  }

  private List<String> listed() {
    return ask("/list")
        .lines()
        .filter(line -> line.matches("\\d+\\. .*"))
        .map(line -> line.replaceAll("^\\d+\\. | - .*$", ""))
        .toList();
  }

  private String ask(String text) {
    bot.say(chat, text);
    bot.runDueWork();
    clock.advance(Duration.ofSeconds(4));
    return platform.replies(chat).getLast();
  }
}
