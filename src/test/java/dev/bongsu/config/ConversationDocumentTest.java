package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.console.ConsoleText;
import dev.bongsu.telegram.TelegramPoller;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.NewsFixture;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/conversation.md` is what the bot says today. `-Dtranscript=write` writes it anew.
class ConversationDocumentTest {
  private static final Path DOCUMENT = Path.of("docs", "conversation.md");
  private static final Pattern NUMBERS = Pattern.compile("127\\.0\\.0\\.1(?::\\d+)?");
  private static final String HEADING =
      """
      # A conversation

      What people type or press is **bold**; what the bot shows is in boxes, its buttons in brackets. The test
      `ConversationDocumentTest` holds these sessions against fakes of the platforms, and writes this file.
      """;

  private final Transcript transcript = new Transcript();

  @Test
  void theDocumentIsWhatTheBotSays() throws IOException {
    telegram("Telegram, in English", "en", ENGLISH);
    telegram("텔레그램, 한국어", "ko", KOREAN);
    slack("Slack, in English", "U1", "en-US", ENGLISH);
    slack("슬랙, 한국어", "U2", "ko-KR", KOREAN);
    console("The terminal, in English", Locale.ENGLISH, ENGLISH);
    console("터미널, 한국어", Locale.KOREAN, KOREAN);

    String text =
        HEADING + "\n" + NUMBERS.matcher(transcript.text("127.0.0.1")).replaceAll("news.example");
    String now = text.replaceAll("news\\.example:\\d+", "news.example");
    if ("write".equals(System.getProperty("transcript"))) {
      Files.writeString(DOCUMENT, now);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(now);
  }

  /// What a person says before the news comes and after it, in one language.
  private record Script(String subscribe, String odd, String press, List<String> after) {}

  private static final Script ENGLISH =
      new Script(
          "/subscribe 사이버안보 회의",
          "/subscribe (ransomware OR",
          "Why",
          List.of("/list", "/edit 1 사이버안보 -축제", "/pause 1", "/lst", "/forget"));

  private static final Script KOREAN =
      new Script(
          "구독 사이버안보 회의",
          "/구독 \"랜섬웨어",
          "까닭",
          List.of("목록", "/수정 1 사이버안보 -축제", "정지 1", "/목룩", "/모두지우기"));

  private void telegram(String heading, String language, Script script) {
    transcript.heading(heading);
    try (TestDatabase database = TestDatabase.sqlite();
        FakeTelegram telegram = FakeTelegram.start();
        FeedServer publisher = FeedServer.start()) {
      telegram.answerEmptyPolls();
      TestClock clock = new TestClock();
      Map<String, String> settings =
          Map.of(
              "bongsu.http.allow", publisher.allow(),
              "bongsu.telegram.token", telegram.token(),
              "bongsu.telegram.api-url", telegram.url().toString());
      try (TestBot bot =
          TestBot.start(
              database,
              clock,
              settings,
              context -> context.register(TelegramConfiguration.TelegramBeans.class))) {
        play(new OnTelegram(bot, telegram, language), publisher, clock, script);
      }
    }
  }

  private void slack(String heading, String user, String locale, Script script) {
    transcript.heading(heading);
    try (SlackTestBot bot = new SlackTestBot("bongsu.slack.app-token=" + FakeSlack.APP_TOKEN)) {
      bot.slack().locale(user, locale);
      bot.slack().socket().awaitConnection();
      play(new SlackConversation(bot, user), bot.server(), bot.clock(), script);
    }
  }

  private void console(String heading, Locale language, Script script) {
    transcript.heading(heading);
    try (TestDatabase database = TestDatabase.sqlite();
        FeedServer publisher = FeedServer.start()) {
      TestClock clock = new TestClock();
      FakeChat terminal = new FakeChat(Platform.CONSOLE);
      try (TestBot bot = TestBot.start(database, clock, terminal, publisher.allow())) {
        play(new OnConsole(bot, terminal, language), publisher, clock, script);
      }
    }
  }

  private void play(PlatformSession stage, FeedServer publisher, TestClock clock, Script script) {
    NewsFixture news = new NewsFixture(publisher);
    news.publish("spring-festival");
    say(stage, "/start");
    say(stage, "/addfeed " + news.feed());
    stage.updateArchive();
    say(stage, script.subscribe());
    say(stage, script.odd());
    news.publish("cyber-meeting");
    clock.advance(Duration.ofMinutes(16));
    stage.runDueWork();
    clock.advance(Duration.ofSeconds(1));
    stage.runDueWork();
    transcript.note(script.equals(KOREAN) ? "새 기사가 나왔습니다." : "A new article has come out.");
    stage.show(transcript);
    if (stage.press(script.press())) {
      transcript.pressed(script.press());
    } else {
      transcript.typed("/why");
      stage.say("/why");
    }
    stage.show(transcript);
    stage.updateArchive();
    script.after().forEach(words -> say(stage, words));
  }

  private void say(PlatformSession stage, String words) {
    transcript.typed(words);
    stage.say(words);
    stage.show(transcript);
  }

  /// One platform: somebody speaks, and what has come since is shown.
  interface PlatformSession {
    void say(String words);

    /// False where there are no buttons.
    boolean press(String label);

    void runDueWork();

    /// What has come is found from now on.
    void updateArchive();

    void show(Transcript transcript);
  }

  private static final class OnTelegram implements PlatformSession {
    private static final long CHAT = 7;
    private final TestBot bot;
    private final FakeTelegram telegram;
    private final String language;
    private int shown;

    OnTelegram(TestBot bot, FakeTelegram telegram, String language) {
      this.bot = bot;
      this.telegram = telegram;
      this.language = language;
    }

    @Override
    public void say(String words) {
      telegram.update(
          """
          {"message": {"text": "%s", "chat": {"id": 7, "type": "private"},
            "from": {"id": 7, "language_code": "%s"}}}
          """
              .formatted(words.replace("\"", "\\\""), language));
      runDueWork();
    }

    @Override
    public boolean press(String label) {
      telegram.press(telegram.sent(CHAT).getLast(), label, CHAT);
      runDueWork();
      return true;
    }

    @Override
    public void updateArchive() {
      bot.updateArchive();
    }

    @Override
    public void runDueWork() {
      TelegramPoller poller = bot.bean(TelegramPoller.class);
      poller.pollOnce();
      poller.pollOnce();
      bot.runDueWork();
    }

    @Override
    public void show(Transcript transcript) {
      List<FakeTelegram.SentMessage> all = telegram.sent(CHAT);
      all.subList(shown, all.size()).forEach(one -> transcript.answered(one.text(), one.buttons()));
      shown = all.size();
    }
  }

  private static final class OnConsole implements PlatformSession {
    private final TestBot bot;
    private final FakeChat terminal;
    private final Locale language;
    private int shown;

    OnConsole(TestBot bot, FakeChat terminal, Locale language) {
      this.bot = bot;
      this.terminal = terminal;
      this.language = language;
    }

    @Override
    public void say(String words) {
      bot.say(ChatId.console(), words, language);
      bot.runDueWork();
    }

    @Override
    public boolean press(String label) {
      return false;
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
      List<Message> all =
          terminal.received().stream().map(FakeChat.ReceivedMessage::message).toList();
      all.subList(shown, all.size())
          .forEach(message -> transcript.answered(ConsoleText.of(message), List.of()));
      shown = all.size();
    }
  }
}
