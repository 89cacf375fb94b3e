package dev.bongsu.config;

import dev.bongsu.telegram.TelegramPoller;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.SentMessage;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.NewsFixture;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The bot on Telegram, and people who talk to it.
public final class TelegramTestChat implements AutoCloseable {
  static final long PERSON = 7;
  static final long STRANGER = 8;
  static final long GROUP = -100123;

  public final TestClock clock = new TestClock();
  public final FakeTelegram telegram = FakeTelegram.start();
  final FeedServer publisher = FeedServer.start();
  final NewsFixture news = new NewsFixture(publisher);
  private final TestDatabase database = TestDatabase.sqlite();

  @SuppressWarnings("NullAway") // each test starts it in the mode it is about
  private TestBot bot;

  @Override
  public void close() {
    bot.close();
    telegram.close();
    publisher.close();
    database.close();
  }

  /// Starts the bot in a mode of access.
  public void start(String mode) {
    start(mode, Map.of());
  }

  /// Starts the bot.
  ///
  /// @param more settings beside the mode of access
  public void start(String mode, Map<String, String> more) {
    telegram.answerEmptyPolls();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("bongsu.http.allow", publisher.allow());
    settings.put("bongsu.access.mode", mode);
    settings.put("bongsu.telegram.token", telegram.token());
    settings.put("bongsu.telegram.api-url", telegram.url().toString());
    bot =
        TestBot.start(
            database,
            clock,
            settings,
            context -> context.register(TelegramConfiguration.TelegramBeans.class));
  }

  /// One of the bot's parts.
  public <T> T bean(Class<T> type) {
    return bot.bean(type);
  }

  static String rss(int number) {
    return """
    <rss version="2.0"><channel><title>Feed %d</title><link>http://a.example/%d</link>
    <item><title>News</title><link>http://a.example/%d/1</link></item></channel></rss>
    """
        .formatted(number, number, number);
  }

  static String rss(String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      String link = "http://a.example/" + title.replace(' ', '-');
      items.append("<item><title>%s</title><link>%s</link></item>".formatted(title, link));
    }
    return "<rss version=\"2.0\"><channel><title>Many</title><link>http://a.example</link>%s</channel></rss>"
        .formatted(items);
  }

  String publish(String story) {
    news.publish(story);
    return news.feed().toString();
  }

  List<String> notes() {
    return telegram.requests("answercallbackquery").stream()
        .map(request -> request.body().path("text").asString(""))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  void press(SentMessage message, String label) {
    telegram.press(message, label, Long.parseLong(message.chat().replace("-", "")));
    runDueWork();
  }

  void reply(SentMessage message, String text) {
    telegram.update(
        """
        {"message": {"text": "%s", "from": {"id": 7}, "chat": {"id": 7, "type": "private"},
          "reply_to_message": {"message_id": %d, "from": {"id": 1234567890, "is_bot": true}}}}
        """
            .formatted(text, message.id()));
    runDueWork();
  }

  /// A person says something, and the bot does what is due.
  public void say(long chat, String text) {
    telegram.say(chat, text);
    runDueWork();
  }

  void sayInGroup(long person, String text) {
    telegram.update(
        """
        {"message": {"text": "%s", "from": {"id": %d, "language_code": "en"},
          "chat": {"id": %d, "type": "supergroup"}}}
        """
            .formatted(text, person, GROUP));
    runDueWork();
  }

  SentMessage last(long chat) {
    return telegram.sent(chat).getLast();
  }

  /// A message as it is now.
  SentMessage current(SentMessage before) {
    return telegram.sent(Long.parseLong(before.chat())).stream()
        .filter(one -> one.id() == before.id())
        .findFirst()
        .orElseThrow();
  }

  List<String> texts(long chat) {
    return telegram.sent(chat).stream().map(SentMessage::text).toList();
  }

  void nextPoll() {
    clock.advance(Duration.ofMinutes(16));
    runDueWork();
    clock.advance(Duration.ofSeconds(1));
    runDueWork();
  }

  /// The bot asks for updates and does what is due.
  public void runDueWork() {
    TelegramPoller poller = bot.bean(TelegramPoller.class);
    poller.pollOnce();
    poller.pollOnce();
    bot.runDueWork();
  }
}
