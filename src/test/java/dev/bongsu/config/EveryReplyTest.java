package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.console.ConsoleText;
import dev.bongsu.conversation.CommandMenu;
import dev.bongsu.slack.SlackText;
import dev.bongsu.telegram.TelegramRequests;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.SlackPost;
import dev.bongsu.testkit.TelegramRules;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Whatever is said, the reply is whole words in the chat's language that every platform takes: no
/// key, no placeholder, no exception, no broken markup, nothing too long.
class EveryReplyTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int INPUTS = 400;
  private static final int ALERTS = 300;
  private static final List<URI> LINKS =
      List.of(
          URI.create("https://a.example/1?a=b&c=%22%3E"),
          URI.create("http://봉수.example/기사"),
          URI.create("https://a.example/" + "x".repeat(5000)),
          URI.create("https://a.example:8443/~u/(x)_%5By%5D*'z"));
  private static final List<String> ODD =
      List.of(
          "",
          "1",
          "99",
          "<b>bold</b> & <!channel> [x](http://evil.example) _a_ *b* `c` ~d~",
          "\"open phrase",
          "(a OR b",
          "{0} {1,choice,0#x} %s ' '' \\ ${x}",
          "word ".repeat(60),
          "x".repeat(5000),
          "🔔".repeat(300),
          "\ud83d lone \udd14",
          "\u202eright to left\u200b\u0007",
          "사이버안보 회의 -게임",
          "https://a.example/?q=\"><script>",
          "1 silent on",
          "1 preview off",
          "@nobody word",
          "';drop table chat;--",
          "line\nline\n\nline",
          "yes",
          "language: ko\nsubscriptions:\n- query: 회의",
          "#nothing",
          "Asia/Seoul");

  private final TestClock clock = new TestClock();

  @ParameterizedTest
  @CsvSource({"en,1", "ko,2"})
  void isSoundOnEveryPlatform(String language, long seed) {
    Random random = new Random(seed);
    FakeChat platform = new FakeChat(Platform.TELEGRAM);
    try (TestDatabase database = TestDatabase.sqlite();
        FeedServer server = FeedServer.start();
        TestBot bot = TestBot.start(database, clock, platform, server.allow())) {
      for (int i = 0; i < INPUTS; i++) {
        ChatId chat = new ChatId(Platform.TELEGRAM, "", String.valueOf(i % 40), "");
        bot.say(chat, randomInput(random), Locale.forLanguageTag(language));
        bot.runDueWork();
        clock.advance(Duration.ofSeconds(5));
      }
    }
    List<Message> replies =
        platform.received().stream().map(FakeChat.ReceivedMessage::message).toList();
    assertThat(replies).hasSize(INPUTS);
    replies.forEach(EveryReplyTest::check);
  }

  /// Commands by all their names, and without any.
  private static String randomInput(Random random) {
    List<String> names = new ArrayList<>(List.of("", "/nonsense ", "/invite ", "/access "));
    CommandMenu.in(Locale.ENGLISH).forEach(item -> names.add("/" + item.name() + " "));
    return names.get(random.nextInt(names.size())) + ODD.get(random.nextInt(ODD.size()));
  }

  @ParameterizedTest
  @CsvSource({"en,3", "ko,4"})
  void alertsAndDigestsOfAnyWordsAreSoundOnEveryPlatform(String language, long seed) {
    Random random = new Random(seed);
    Message.ChatLocale reader =
        new Message.ChatLocale(Locale.forLanguageTag(language), ZoneId.of("Asia/Seoul"));
    for (int i = 0; i < ALERTS; i++) {
      checkEverywhere(alert(random, reader));
      List<Message.Item> items =
          IntStream.rangeClosed(0, random.nextInt(80))
              .mapToObj(_ -> new Message.Item(title(random), link(random)))
              .toList();
      checkEverywhere(new Message.Digest(title(random), items));
    }
  }

  private static Message.Alert alert(Random random, Message.ChatLocale reader) {
    Message.Presentation look =
        new Message.Presentation(
            odd(random),
            List.of(List.of(Button.ofAction(title(random), "why:0,1:1:AAAAAAAA", ""))),
            random.nextBoolean(),
            random.nextBoolean());
    return new Message.Alert(
        title(random),
        link(random),
        List.of(odd(random), odd(random)),
        odd(random),
        random.nextBoolean() ? null : Instant.parse("2026-11-24T06:05:00Z"),
        List.of(odd(random), odd(random)),
        List.of(odd(random), "b", "&", "<", "회의"),
        reader,
        look);
  }

  private static String odd(Random random) {
    return ODD.get(random.nextInt(ODD.size()));
  }

  /// Is never blank.
  private static String title(Random random) {
    return "T " + odd(random);
  }

  private static URI link(Random random) {
    return LINKS.get(random.nextInt(LINKS.size()));
  }

  private static void check(Message message) {
    String text = ((Message.Text) message).text();
    assertThat(text)
        .doesNotContainPattern("Exception|\\bnull\\b|\\?\\?|!\\w+\\.\\w+!")
        .isNotBlank();
    checkEverywhere(message);
  }

  private static void checkEverywhere(Message message) {
    ChatId telegram = new ChatId(Platform.TELEGRAM, "", "7", "");
    for (String body : TelegramRequests.requestBodies(telegram, message)) {
      TelegramRules.check(JSON.readTree(body));
    }
    for (String slack :
        SlackText.requestBodies(new ChatId(Platform.SLACK, "T1", "C1", ""), message)) {
      assertThat(SlackPost.parse(slack).error()).as(slack).isEmpty();
    }
    assertThat(ConsoleText.of(message)).doesNotContainPattern("[\\p{Cc}\\u202A-\\u202E&&[^\\n]]");
  }
}
