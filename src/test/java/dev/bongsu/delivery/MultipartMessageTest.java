package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Platform;
import dev.bongsu.http.Proxies;
import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackSender;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSender;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What takes several messages, of which some have to be sent again.
class MultipartMessageTest {
  private static final int STORIES = 300;
  private static final Duration PAUSE = Duration.ofMinutes(2);
  private static final Pattern STORY = Pattern.compile("story-(\\d+)");
  private static final ChatId PERSON = DeliveryFixture.id("7");
  private static final ChatId CHANNEL = new ChatId(Platform.SLACK, "T1", "C1", "");

  /// The first alert of an hour goes alone.
  private static final DeliverySettings BATCHING =
      new DeliverySettings(
          1, Duration.ofSeconds(60), 1000, Duration.ZERO, 1_000_000, Duration.ZERO);

  private final DeliveryFixture world = new DeliveryFixture(TestDatabase.sqlite(), BATCHING);
  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramApi api = new TelegramApi(telegram.settings(), Duration.ofSeconds(1));
  private final FakeSlack slack = FakeSlack.start();
  private final SlackClient client = new SlackClient(slack.settings(), Proxies.none());

  @AfterEach
  void close() {
    api.close();
    telegram.close();
    client.close();
    slack.close();
    world.close();
  }

  @Test
  void r044EachArticleArrivesOnceOnTelegramWhicheverPartIsResent() {
    sendBatch(
        new TelegramSender(api),
        PERSON,
        () -> telegram.respondWith(7, ApiResponse.badGateway()),
        telegram::clearResponses);

    assertThat(storyNumbers(telegram.sent(7).stream().map(sent -> sent.body().toString()).toList()))
        .containsExactlyElementsOf(all());
  }

  @Test
  void r044EachArticleArrivesOnceOnSlackWhicheverPartIsResent() {
    FakeSlack.Reply page = new FakeSlack.Reply(502, "<html>Sorry</html>", Map.of());
    sendBatch(
        new SlackSender(client), CHANNEL, () -> slack.answer("chat.postMessage", page), () -> {});

    assertThat(storyNumbers(slack.posts("C1").stream().map(post -> post.text()).toList()))
        .containsExactlyElementsOf(all());
  }

  @Test
  void r063AnAnswerWithoutRoomForTheNoteIsRepeatedOnce() {
    ChatDelivery delivery = world.delivery(new TelegramSender(api));
    String text = "x".repeat(4090);
    world.addReply(world.chat(PERSON), text);
    telegram.respondWith(7, ApiResponse.badGateway());
    world.sendDue(delivery);
    telegram.clearResponses();
    world.runFor(delivery, Duration.ofMinutes(5), Duration.ofMinutes(1));

    assertThat(telegram.sent(7)).filteredOn(sent -> sent.text().startsWith(text)).hasSize(1);
    assertThat(world.states()).containsExactly("sent  1");
  }

  /// Every second part fails at first, and the chat's language changes meanwhile.
  private void sendBatch(ChatSender sender, ChatId chat, Runnable spoils, Runnable mends) {
    ChatDelivery delivery = world.delivery(sender);
    world.subscriptions.add(world.chat(chat), "cyber", "cyber");
    long feed = world.rows.feed("http://a.example/", false);
    world.addAlert(feed, "story-0", "cyber");
    world.sendDue(delivery);
    for (int i = 1; i <= STORIES; i++) {
      world.addAlert(feed, "story-" + i + "-" + "x".repeat(i * 7 % 31), "cyber");
    }
    world.runFor(delivery, Duration.ofSeconds(50), Duration.ofSeconds(50));
    world.clock.advance(PAUSE);
    for (int part = 0; world.outbox.backlog().rows() > 0 && part < STORIES; part++) {
      if (part % 2 == 1) {
        spoils.run();
      }
      delivery.queue().claim(64).forEach(delivery::handle);
      mends.run();
      world.clock.advance(PAUSE);
      world.chats.setLanguage(world.chat(chat), part % 3 == 0 ? Locale.KOREAN : Locale.ENGLISH);
    }
  }

  /// The numbers of the stories, in the order they were told, in each message once.
  private static List<Integer> storyNumbers(List<String> messages) {
    return messages.stream()
        .flatMap(
            message ->
                STORY
                    .matcher(message)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(LinkedHashSet::new))
                    .stream())
        .map(story -> Integer.valueOf(story.substring("story-".length())))
        .toList();
  }

  private static List<Integer> all() {
    return IntStream.rangeClosed(0, STORIES).boxed().toList();
  }
}
