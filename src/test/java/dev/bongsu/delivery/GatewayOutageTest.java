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
import dev.bongsu.testkit.SlackPost;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A gateway answers in a platform's place: whether it does so for one message or for all makes the
/// difference.
class GatewayOutageTest {
  private static final String PAGE = "<html><body><h1>Sorry</h1></body></html>";
  private static final String POST = "chat.postMessage";
  private static final ChatId PERSON = DeliveryFixture.id("7");
  private static final ChatId CHANNEL = new ChatId(Platform.SLACK, "T1", "C1", "");

  private final DeliveryFixture world =
      new DeliveryFixture(TestDatabase.sqlite(), DeliveryFixture.FAST);
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

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void r016TelegramMayBeAwayBehindItsGatewayForADay(int status) {
    ChatDelivery delivery = delivery(new TelegramSender(api), PERSON);
    telegram.respondWith("getme", new ApiResponse(status, PAGE));
    telegram.respondWith("sendmessage", new ApiResponse(status, PAGE));
    world.runFor(delivery, Duration.ofDays(1), Duration.ofMinutes(10));
    assertThat(telegram.requests("sendmessage")).hasSize(1);
    assertThat(world.deadLetters.all()).isEmpty();

    telegram.clearResponses();
    world.runFor(delivery, Duration.ofMinutes(1), Duration.ofSeconds(10));
    assertThat(telegram.sent(7))
        .extracting(FakeTelegram.SentMessage::text)
        .containsExactly("one\n(this may be a repeat)", "two");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void r016SlackMayBeAwayBehindItsGatewayForADay(int status) {
    ChatDelivery delivery = delivery(new SlackSender(client), CHANNEL);
    slack.answerAll(new FakeSlack.Reply(status, PAGE, Map.of()));
    world.runFor(delivery, Duration.ofDays(1), Duration.ofMinutes(10));
    assertThat(slack.calls(POST)).hasSize(1);
    assertThat(world.deadLetters.all()).isEmpty();

    slack.answerAll(null);
    world.runFor(delivery, Duration.ofMinutes(1), Duration.ofSeconds(10));
    assertThat(slack.posts("C1"))
        .extracting(SlackPost::visible)
        .containsExactly("one\n(this may be a repeat)", "two");
  }

  @Test
  void r016SlackMaySayForADayThatItIsInTrouble() {
    for (String error : List.of("fatal_error", "internal_error", "service_unavailable")) {
      int before = slack.calls(POST).size();
      ChatDelivery delivery = delivery(new SlackSender(client), CHANNEL);
      String body = "{\"ok\":false,\"error\":\"%s\"}".formatted(error);
      slack.answerAll(new FakeSlack.Reply(200, body, Map.of()));
      world.runFor(delivery, Duration.ofDays(1), Duration.ofMinutes(10));
      assertThat(slack.calls(POST)).hasSize(before + 1);

      slack.answerAll(null);
      world.runFor(delivery, Duration.ofMinutes(1), Duration.ofSeconds(10));
      assertThat(world.deadLetters.all()).isEmpty();
      assertThat(world.outbox.backlog().rows()).isZero();
    }
  }

  @Test
  void r016WhatTelegramsGatewayRefusesWhileTelegramAnswersIsGivenUp() {
    ChatDelivery delivery = delivery(new TelegramSender(api), PERSON);
    telegram.respondWith(7, new ApiResponse(502, PAGE));
    world.runFor(delivery, Duration.ofHours(5), Duration.ofMinutes(1));

    assertThat(world.deadLetters.all()).hasSize(2);
    assertThat(telegram.requests("sendmessage")).hasSize(16);
  }

  @Test
  void r016WhatSlacksGatewayRefusesWhileSlackAnswersIsGivenUp() {
    ChatDelivery delivery = delivery(new SlackSender(client), CHANNEL);
    IntStream.range(0, 16)
        .forEach(_ -> slack.answer(POST, new FakeSlack.Reply(502, PAGE, Map.of())));
    world.runFor(delivery, Duration.ofHours(5), Duration.ofMinutes(1));

    assertThat(world.deadLetters.all()).hasSize(2);
    assertThat(slack.calls(POST)).hasSize(16);
  }

  private ChatDelivery delivery(ChatSender sender, ChatId chat) {
    world.addReply(world.chat(chat), "one");
    world.addReply(world.chat(chat), "two");
    return world.delivery(sender);
  }
}
