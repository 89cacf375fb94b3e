package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.http.Proxies;
import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackSender;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.SlackPost;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Slack's limits, held on the clock that Slack shares.
class SlackRateTest {
  private static final String POST = "chat.postMessage";
  private static final ChatId CHANNEL = new ChatId(Platform.SLACK, "T1", "C1", "");
  private static final ChatId THREAD = new ChatId(Platform.SLACK, "T1", "C1", "1.1");
  private static final ChatId OTHER = new ChatId(Platform.SLACK, "T1", "C2", "");

  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final FakeSlack slack = FakeSlack.start();
  private final SlackClient client = new SlackClient(slack.settings(), Proxies.none());
  private final DeliveryFixture world = node();

  private DeliveryFixture node() {
    return new DeliveryFixture(database, DeliveryFixture.DEFAULTS, clock, "");
  }

  @AfterEach
  void close() {
    client.close();
    slack.close();
    world.close();
  }

  @Test
  void r027TwoNodesStayBelowSlacksLimit() {
    slack.enforceRates(clock);
    ChatDelivery one = world.delivery(new SlackSender(client));
    ChatDelivery two = node().delivery(new SlackSender(client));
    for (int i = 0; i < 60; i++) {
      world.addReply(world.chat(i % 3 == 0 ? THREAD : CHANNEL), "number " + i);
      world.addReply(world.chat(OTHER), "number " + i);
    }
    for (int i = 0; i < 650; i++) {
      world.sendDue(i % 2 == 0 ? one : two);
      world.sendDue(i % 2 == 0 ? two : one);
      clock.advance(Duration.ofMillis(100));
    }

    assertThat(slack.refusals()).isZero();
    assertThat(slack.posts("C1")).hasSize(60);
    assertThat(slack.posts("C2"))
        .extracting(SlackPost::visible)
        .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(i -> "number " + i).toList());
  }

  @Test
  void r026RateLimitedChannelWaitsThroughARestartAndNoOtherDoes() {
    slack.answer(POST, new FakeSlack.Reply(429, "", Map.of("Retry-After", "3600")));
    ChatDelivery delivery = world.delivery(new SlackSender(client));
    world.addReply(world.chat(CHANNEL), "one");
    world.sendDue(delivery);
    world.addReply(world.chat(THREAD), "of the same channel");
    world.addReply(world.chat(OTHER), "elsewhere");
    world.runFor(delivery, Duration.ofMinutes(59), Duration.ofMinutes(1));
    world.runFor(
        node().delivery(new SlackSender(client)), Duration.ofSeconds(59), Duration.ofSeconds(1));
    assertThat(slack.posts()).extracting(SlackPost::channel).containsExactly("C2");
    assertThat(slack.calls(POST)).as("not one within the hour").hasSize(2);

    world.runFor(
        node().delivery(new SlackSender(client)), Duration.ofSeconds(6), Duration.ofSeconds(1));
    assertThat(slack.posts("C1"))
        .extracting(SlackPost::visible)
        .containsExactlyInAnyOrderElementsOf(List.of("one", "of the same channel"));
  }
}
