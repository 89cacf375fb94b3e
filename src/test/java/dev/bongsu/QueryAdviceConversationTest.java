package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What else the bot offers where a query brings too much or nothing.
class QueryAdviceConversationTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "1", "");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private TestDatabase database;
  private TestBot bot;

  @BeforeEach
  void start() {
    database = TestDatabase.sqlite();
    bot = TestBot.start(database, clock, platform, "");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 180; i++) {
      String subject = i % 3 == 0 ? "반도체 수출" : i % 3 == 1 ? "부동산 대책" : "철도 요금";
      texts.add("정부가 오늘 " + subject + " 문제를 논의했다. " + i);
    }
    for (int i = 0; i < 180; i++) {
      texts.add("오늘 축구 경기가 열렸다. " + i);
    }
    texts.add("A hospital was hit by ransomware, its director said.");
    texts.add("사이버안보 회의가 세종에서 열렸다.");
    texts.add("수달이 다시 강으로 돌아왔다. 연구진이 이 소식을 반겼다.");
    texts.add("시장이 다시 문을 열었다. 상인들이 아침부터 많이 모였다. 과일값이 작년보다 조금 내렸다. 간판에는 수달 그림이 있다.");
    fill(texts);
    bot.updateArchive();
  }

  @AfterEach
  void stop() {
    bot.close();
    database.close();
  }

  @Test
  void tooMuchIsSplitByWordsThatTellItsArticlesApart() {
    assertThat(ask("/try 정부"))
        .contains("180 articles")
        .containsPattern("To get fewer, add a word with /edit: .*반도체.*\\(about 8\\.\\d a day\\)")
        .doesNotContain("오늘 (");
    assertThat(ask("/try 회의")).doesNotContain("To get fewer");
  }

  @Test
  void whatNeverStandsTogetherIsSaidWordByWord() {
    assertThat(ask("/try 사이버안보 북극곰"))
        .contains("no article would have matched")
        .contains("for each word alone: 사이버안보 (one article), 북극곰 (none)");
    assertThat(ask("/try 회의")).doesNotContain("for each word alone");
  }

  @Test
  void aMisspeltWordBringsTheOneInTheArticles() {
    assertThat(ask("/subscribe ransomwarre")).contains("Similar words in the articles: ransomware");
    assertThat(ask("/try 북극곰")).doesNotContain("Similar words");
  }

  @Test
  void aTopicAboutTheWordsIsOffered() {
    assertThat(ask("/try 사이버안보 국제 회의 북극곰")).contains("A topic may fit: #cyber-diplomacy");
    assertThat(ask("/try 북극곰")).doesNotContain("A topic may fit");
  }

  @Test
  void aSubscriptionIsMadeNarrowerInOnePressAndBack() {
    assertThat(ask("/subscribe 정부 OR 국회")).contains("180 articles");
    String narrower = labels().get(1);
    assertThat(labels()).containsExactly("✓ Fine", narrower, "⏸ Pause", "↩ Undo");
    assertThat(narrower).startsWith("✂ Narrower: + ");
    String word = narrower.substring("✂ Narrower: + ".length());

    press(narrower);
    assertThat(text())
        .contains("Changed: 정부 OR 국회", "From now on: (정부 OR 국회) " + word)
        .contains("60 articles");
    assertThat(ask("/list")).contains("1. (정부 OR 국회) " + word).doesNotContain("2. ");

    ask("/edit 1 정부");
    press("↩ Undo");
    assertThat(ask("/list")).contains("1. (정부 OR 국회) " + word);
  }

  @Test
  void whatIsFineLosesItsButtonsAndNothingElse() {
    String before = ask("/subscribe 정부");
    String press = button("✓ Fine").payload();
    press("✓ Fine");
    assertThat(text()).isEqualTo(before);
    assertThat(last().mode().editedMessageId()).isEqualTo("m");
    assertThat(labels()).isEmpty();

    ask("/unsubscribe 1");
    bot.press(CHAT, press);
    bot.runDueWork();
    assertThat(text()).isEqualTo("That no longer exists.");
  }

  @Test
  void whatBringsLittleIsNotMadeNarrower() {
    ask("/subscribe 회의");
    assertThat(labels()).containsExactly("✓ Fine", "⏸ Pause", "↩ Undo");
  }

  @Test
  void whatIsAboutTheWordsIsCountedAndChosenByOnePress() {
    assertThat(ask("/subscribe 수달 OR 물개")).contains("One of them is about it, 1 only mentions it.");
    press("🎯 Only what is about it");
    assertThat(text()).contains("one article would have matched").doesNotContain("only mention");
    assertThat(labels()).doesNotContain("🎯 Only what is about it");
    assertThat(ask("/list")).contains("1. about:(수달 OR 물개)");
  }

  @Test
  void aWordThatIsAlwaysTheSubjectAsksNothing() {
    ask("/subscribe ransomware");
    assertThat(text()).doesNotContain("about it");
    assertThat(labels()).doesNotContain("🎯 Only what is about it");
  }

  @Test
  void whatElseMayBeMeantIsAskedInOneLineAndDoneByOnePress() {
    assertThat(ask("/subscribe 회의, 축구")).contains("If any one of them is enough: 회의 OR 축구");
    press("✎ 회의 OR 축구");
    assertThat(ask("/list")).contains("1. 회의 OR 축구").doesNotContain("2. ");
    assertThat(ask("/subscribe 축구")).doesNotContain("enough");

    assertThat(ask("/subscribe #축구장")).contains("There is no topic");
    press("✎ 축구장");
    assertThat(ask("/list")).contains("3. 축구장");

    assertThat(ask("/subscribe 축구 -축구")).contains("No article can match: \"-축구\"");
    assertThat(labels()).isEmpty();
  }

  private void press(String label) {
    bot.press(CHAT, button(label).payload());
    bot.runDueWork();
  }

  private Button button(String label) {
    return last().buttons().stream()
        .flatMap(List::stream)
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private List<String> labels() {
    return last().buttons().stream().flatMap(List::stream).map(Button::label).toList();
  }

  private String text() {
    return last().text();
  }

  private Message.Text last() {
    return (Message.Text) platform.received().getLast().message();
  }

  private void fill(List<String> texts) {
    long feed = new TestRows(database, clock).feed("http://a.example/rss", false);
    String sql =
        """
        insert into article (identity, feed_id, link, host, title, feed_text, author, language,
          categories, seen_ms, state, body, page_deadline_ms, due_ms, text_ready_ms)
        values (?, ?, ?, 'a.example', ?, '', '', 'ko', '', ?, 'done', ?, 0, 0, ?)
        """;
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String link = "http://a.example/" + i;
      long now = clock.millis();
      rows.add(new Object[] {link, feed, link, "뉴스 " + i, now, texts.get(i), now});
    }
    database.database().batch(sql, rows);
  }

  private String ask(String words) {
    bot.say(CHAT, words, Locale.ENGLISH);
    bot.runDueWork();
    return platform.replies(CHAT).getLast();
  }
}
