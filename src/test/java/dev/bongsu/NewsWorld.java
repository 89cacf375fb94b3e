package dev.bongsu;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FakeMembers;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A bot with several feeds on one server and several people on one platform.
final class NewsWorld implements AutoCloseable {
  private final Platform platform;
  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final FeedServer server = FeedServer.start();
  private final FakeChat chat;
  private final FakeMembers members;
  private final Map<String, List<String>> entries = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final TestBot bot;

  NewsWorld(Platform platform, Map<String, String> settings) {
    this(platform, _ -> settings);
  }

  /// @param settings from the server that the feeds are on
  NewsWorld(Platform platform, Function<FeedServer, Map<String, String>> settings) {
    this.platform = platform;
    this.chat = new FakeChat(platform);
    this.members = new FakeMembers(platform);
    Map<String, String> all = new HashMap<>(settings.apply(server));
    all.put("bongsu.http.allow", server.allow());
    this.bot =
        TestBot.start(database, clock, all, context -> TestBot.register(context, chat, members));
  }

  /// One of the bot's parts.
  <T> T bean(Class<T> type) {
    return bot.bean(type);
  }

  /// The person "owner" becomes one.
  NewsWorld withOwner() {
    bot.withOwner(chatOf("owner"), "owner");
    return this;
  }

  Optional<String> pairingCode() {
    return bot.pairingCode(platform);
  }

  /// The chat that a person uses; in the second workspace for "abroad".
  ChatId chatOf(String person) {
    return platform == Platform.SLACK
        ? new ChatId(platform, person.equals("abroad") ? "T2" : "T1", "C" + person, "")
        : new ChatId(platform, "", person, "");
  }

  FakeMembers members() {
    return members;
  }

  URI address(String path) {
    return server.address(path);
  }

  FeedServer server() {
    return server;
  }

  /// An empty feed.
  NewsWorld feed(String path, String title) {
    titles.put(path, title);
    entries.put(path, new ArrayList<>());
    serve(path);
    return this;
  }

  /// Adds an entry to a feed, with its page.
  void publish(String feed, String link, String title, String text) {
    String entry =
        "<item><title>%s</title><link>%s</link><guid>%s</guid><description>%s</description></item>"
            .formatted(title, server.address(link), server.address(link), text);
    entries.computeIfAbsent(feed, _ -> new ArrayList<>()).addFirst(entry);
    serve(feed);
  }

  private void serve(String path) {
    String rss =
        "<rss version=\"2.0\"><channel><title>%s</title>%s</channel></rss>"
            .formatted(titles.get(path), String.join("", entries.getOrDefault(path, List.of())));
    server.serve(path, rss.getBytes(StandardCharsets.UTF_8), "text/xml");
  }

  /// The reply to what a person says.
  String ask(String person, String text) {
    bot.say(chatOf(person), text, person, Locale.ENGLISH);
    bot.runDueWork();
    return chat.replies(chatOf(person)).getLast();
  }

  String addFeed(String person, String path) {
    return ask(person, "/addfeed " + server.address(path));
  }

  /// The platform says that a person's chat cannot be written to any more.
  void leave(String person, GoneReason why) {
    bot.bean(ChatLifecycle.class).onChatGone(chatOf(person), why);
  }

  /// The platform says that it can be again.
  void comeBack(String person) {
    bot.bean(ChatLifecycle.class).onChatReturned(chatOf(person));
  }

  void press(String person, String label) {
    String payload =
        lastButtons(person)
            .filter(button -> button.label().equals(label))
            .findFirst()
            .orElseThrow()
            .payload();
    bot.press(chatOf(person), payload, person);
    bot.runDueWork();
  }

  /// The labels of the buttons of the last reply.
  List<String> buttons(String person) {
    return lastButtons(person).map(Button::label).toList();
  }

  private Stream<Button> lastButtons(String person) {
    Message.Text last =
        chat.received().reversed().stream()
            .filter(one -> one.chat().equals(chatOf(person)))
            .map(FakeChat.ReceivedMessage::message)
            .filter(Message.Text.class::isInstance)
            .map(Message.Text.class::cast)
            .findFirst()
            .orElseThrow();
    return last.buttons().stream().flatMap(List::stream);
  }

  String lastReply(String person) {
    return chat.replies(chatOf(person)).getLast();
  }

  /// Time passes until every feed has been polled and every page read.
  void poll() {
    clock.advance(Duration.ofMinutes(16));
    for (int i = 0; i < 4; i++) {
      bot.runDueWork();
      clock.advance(Duration.ofSeconds(1));
    }
    bot.updateArchive();
  }

  /// The alerts of a person as "source: title", the first first.
  List<String> alerts(String person) {
    return chat.alerts(chatOf(person)).stream()
        .map(alert -> alert.source() + ": " + alert.title())
        .toList();
  }

  List<Message.Alert> fullAlerts(String person) {
    return chat.alerts(chatOf(person));
  }

  @Override
  public void close() {
    bot.close();
    server.close();
    database.close();
  }
}
