package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.telegram.TelegramRequests;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a chat has goes out and comes in whole, however much it is.
class ImportExportTest {
  private static final ChatId OLD = new ChatId(Platform.TELEGRAM, "", "1", "");
  private static final ChatId NEW = new ChatId(Platform.TELEGRAM, "", "2", "");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private final TestDatabase database = TestDatabase.sqlite();
  private final FeedServer publisher = FeedServer.start();
  private TestBot bot;

  @BeforeEach
  void start() {
    bot = TestBot.start(database, clock, platform, publisher.allow());
  }

  @AfterEach
  void stop() {
    bot.close();
    publisher.close();
    database.close();
  }

  @Test
  void aLongExportIsSeveralMessagesThatAreEachImported() {
    for (int i = 0; i < 50; i++) {
      say(OLD, "/subscribe \"분야 <%d> & 그 밖\" %s".formatted(i, "낱말%d ".formatted(i).repeat(25)));
      clock.advance(Duration.ofSeconds(5));
    }
    say(OLD, "/settings 50 silent on");
    say(OLD, "/timezone Berlin");
    int before = platform.received().size();

    say(OLD, "/export");
    List<String> parts = texts(before);
    assertThat(parts).hasSizeBetween(3, 20);
    assertThat(parts)
        .allMatch(part -> TelegramRequests.requestBodies(OLD, new Message.Text(part)).size() == 1);
    assertThat(parts).allMatch(part -> part.startsWith("# Everything of this chat"));

    for (String part : parts) {
      say(NEW, "/import\n" + part);
      assertThat(platform.replies(NEW).getLast()).startsWith("Imported: ");
      clock.advance(Duration.ofSeconds(5));
    }
    say(NEW, "/list");
    assertThat(platform.replies(NEW).getLast()).contains("50 subscriptions", "분야 <0> & 그 밖");
    say(NEW, "/settings 50");
    assertThat(platform.replies(NEW).getLast()).contains("분야 <49> & 그 밖", "🔕 silent");
    say(NEW, "/settings");
    assertThat(platform.replies(NEW).getLast()).contains("Europe/Berlin");
  }

  @Test
  void feedsAreLookedForWhileTheChatGoesOnAndTheRestIsSaid() {
    String feeds =
        IntStream.range(0, 24).mapToObj(this::serve).collect(Collectors.joining("\n- ", "- ", ""));
    bot.say(NEW, "/import feeds:\n" + feeds + "\n- http://" + publisher.allow() + "/nothing");
    bot.say(NEW, "/list");
    bot.runDueWork();

    assertThat(platform.replies(NEW))
        .satisfiesExactly(
            begun -> assertThat(begun).startsWith("I am looking for 25 feeds now"),
            list -> assertThat(list).startsWith("No subscriptions yet"),
            ended ->
                assertThat(ended)
                    .contains("Feeds added: 20; here already: 0.")
                    .contains("5 are left over"));
    say(NEW, "/feeds");
    assertThat(platform.replies(NEW).getLast()).startsWith("20 feeds:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feeds: [&a [[*a]]]",
        "feeds: &a [*a]",
        "feeds: [&x http://a.example/rss, *x]",
        "feeds: [[http://a.example/rss]]",
        "subscriptions: [{query: [word]}]",
        "subscriptions: [{query: &q {a: *q}}]",
        "language: {a: b}",
        "feeds: [!!java.net.URL [http://a.example/]]"
      })
  void f16AnImportOfAnythingButScalarsIsRefusedInOneSentence(String yaml) {
    say(NEW, "/import " + yaml);
    say(NEW, "/import timezone: Asia/Seoul\n" + yaml);
    assertThat(platform.replies(NEW))
        .hasSize(2)
        .allMatch(reply -> reply.startsWith("I cannot read that."));
  }

  @Test
  void f16DeepNestingIsRefused() {
    say(NEW, "/import feeds: " + "[".repeat(5000) + "]".repeat(5000));
    assertThat(platform.replies(NEW).getLast()).startsWith("I cannot read that.");
  }

  @Test
  void whatIsNoFeedIsNamed() {
    String address = "http://" + publisher.allow() + "/nothing";
    say(NEW, "/import feeds: [" + address + ", nonsense]");
    assertThat(platform.replies(NEW).getLast())
        .contains("Feeds added: 0", "At 2 addresses I found no feed", "• " + address, "• nonsense");
  }

  @Test
  void anImportGoesOnAfterACrash() {
    String feeds = "[" + serve(1) + ", " + serve(2) + "]";
    platform.beforeArrival(bot::kill);
    bot.say(NEW, "/import feeds: " + feeds);
    try {
      bot.runDueWork();
    } catch (RuntimeException _) {
      // It was killed.
    }
    platform.beforeArrival(() -> {});
    clock.advance(Duration.ofMinutes(2));
    try (TestBot next = TestBot.start(database, clock, platform, publisher.allow())) {
      next.runDueWork();
      assertThat(platform.replies(NEW))
          .anyMatch(text -> text.startsWith("I am looking for 2 feeds now"))
          .last()
          .asString()
          .contains("Feeds added: 2");
    }
  }

  @Test
  void whoForgetsEndsAnImport() {
    say(NEW, "/import feeds: [" + serve(1) + "]");
    say(NEW, "/forget yes");
    say(NEW, "/export opml");
    assertThat(platform.replies(NEW).getLast()).startsWith("This chat has added no feed");
  }

  private String serve(int number) {
    String path = "/feed" + number;
    String feed =
        """
        <rss version="2.0"><channel><title>Feed %d</title><link>http://a.example/%d</link>
        <item><title>News</title><link>http://a.example/%d/1</link></item></channel></rss>
        """
            .formatted(number, number, number);
    publisher.serve(path, feed, "application/rss+xml");
    return publisher.address(path).toString();
  }

  private void say(ChatId chat, String words) {
    bot.say(chat, words);
    bot.runDueWork();
  }

  private List<String> texts(int from) {
    return platform.received().stream()
        .skip(from)
        .map(one -> ((Message.Text) one.message()).text())
        .toList();
  }
}
