package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Platform;
import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackSender;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSender;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.FakeTelegram.Trouble;
import dev.bongsu.testkit.FakeTelegram;
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
class MessagesInPartsTest {
  private static final int STORIES = 300;
  private static final Duration PAUSE = Duration.ofMinutes(2);
  private static final Pattern STORY = Pattern.compile("story-(\\d+)");
  private static final ChatId PERSON = DeliveryWorld.id("7");
  private static final ChatId CHANNEL = new ChatId(Platform.SLACK, "T1", "C1", "");

  /// The first alert of an hour goes alone.
  private static final DeliverySettings STORMY =
      new DeliverySettings(
          1, Duration.ofSeconds(60), 1000, Duration.ZERO, 1_000_000, Duration.ZERO);

  private final DeliveryWorld world = new DeliveryWorld(TestDatabase.sqlite(), STORMY);
  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramApi api = new TelegramApi(telegram.settings(), Duration.ofSeconds(1));
  private final FakeSlack slack = FakeSlack.start();
  private final SlackClient client = new SlackClient(slack.settings());

  @AfterEach
  void close() {
    api.close();
    telegram.close();
    client.close();
    slack.close();
    world.close();
  }

  @Test
  void r044WhateverPartIsSentAgainEachArticleIsToldOnceOnTelegram() {
    storm(
        new TelegramSender(api),
        PERSON,
        () -> telegram.trouble(7, Trouble.badGateway()),
        telegram::mend);

    assertThat(told(telegram.sent(7).stream().map(sent -> sent.body().toString()).toList()))
        .containsExactlyElementsOf(all());
  }

  @Test
  void r044WhateverPartIsSentAgainEachArticleIsToldOnceOnSlack() {
    FakeSlack.Reply page = new FakeSlack.Reply(502, "<html>Sorry</html>", Map.of());
    storm(new SlackSender(client), CHANNEL, () -> slack.answer("chat.postMessage", page), () -> {});

    assertThat(told(slack.posts("C1").stream().map(post -> post.text()).toList()))
        .containsExactlyElementsOf(all());
  }

  @Test
  void r063AnAnswerWithoutRoomForTheNoteIsRepeatedOnce() {
    ChatDelivery delivery = world.delivery(new TelegramSender(api));
    String text = "x".repeat(4090);
    world.reply(world.chat(PERSON), text);
    telegram.trouble(7, Trouble.badGateway());
    world.turn(delivery);
    telegram.mend();
    world.run(delivery, Duration.ofMinutes(5), Duration.ofMinutes(1));

    assertThat(telegram.sent(7)).filteredOn(sent -> sent.text().startsWith(text)).hasSize(1);
    assertThat(world.states()).containsExactly("sent  1");
  }

  /// Every second part fails at first, and the chat's language changes meanwhile.
  private void storm(ChatSender sender, ChatId chat, Runnable spoils, Runnable mends) {
    ChatDelivery delivery = world.delivery(sender);
    world.subscriptions.add(world.chat(chat), "cyber", "cyber");
    long feed = world.rows.feed("http://a.example/", false);
    world.alert(feed, "story-0", "cyber");
    world.turn(delivery);
    for (int i = 1; i <= STORIES; i++) {
      world.alert(feed, "story-" + i + "-" + "x".repeat(i * 7 % 31), "cyber");
    }
    world.run(delivery, Duration.ofSeconds(50), Duration.ofSeconds(50));
    world.clock.advance(PAUSE);
    for (int part = 0; world.outbox.backlog().rows() > 0 && part < STORIES; part++) {
      if (part % 2 == 1) {
        spoils.run();
      }
      delivery.claim(64, 64).forEach(delivery::send);
      mends.run();
      world.clock.advance(PAUSE);
      world.chats.speak(world.chat(chat), part % 3 == 0 ? Locale.KOREAN : Locale.ENGLISH);
    }
  }

  /// The numbers of the stories, in the order they were told, in each message once.
  private static List<Integer> told(List<String> messages) {
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
