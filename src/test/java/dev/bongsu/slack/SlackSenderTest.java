package dev.bongsu.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Message.Reader;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Secret;
import dev.bongsu.chat.SendResult;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.SlackPost;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSenderTest {
  private static final String POST = "chat.postMessage";
  private static final ChatId CHAT = new ChatId(Platform.SLACK, "T1", "C1", "");
  private static final Message TEXT = new Message.Text("Hello");
  private static final Message ALERT =
      new Message.Alert(
          "A title",
          URI.create("https://a.example/1"),
          List.of("One."),
          "Source",
          null,
          List.of(),
          List.of(),
          new Reader(Locale.ENGLISH, ZoneId.of("UTC")));

  private final FakeSlack slack = FakeSlack.start();
  private final SlackClient client =
      new SlackClient(
          new SlackSettings(
              new Secret(FakeSlack.BOT_TOKEN),
              new Secret(FakeSlack.APP_TOKEN),
              new Secret(""),
              slack.apiUrl()));
  private final SlackSender sender = new SlackSender(client);

  @AfterEach
  void stop() {
    client.close();
    slack.close();
  }

  @Test
  void postsOnceAndSaysSlacksId() {
    assertThat(sender.send(CHAT, ALERT)).isEqualTo(new SendResult.Sent("1700000000.000001"));
    assertThat(slack.calls(POST)).hasSize(1);
    assertThat(slack.calls("auth.test")).isEmpty();
  }

  @Test
  void postsIntoTheThread() {
    sender.send(new ChatId(Platform.SLACK, "T1", "C1", "1.1"), TEXT);
    assertThat(slack.posts()).extracting(SlackPost::thread).containsExactly("1.1");
  }

  @Test
  void r026asksForPatienceAfterTooMany() {
    slack.answer(POST, new FakeSlack.Reply(429, "", Map.of("Retry-After", "30")));
    assertThat(sender.send(CHAT, TEXT)).isEqualTo(new SendResult.Later("too many, wait 30 s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fatal_error", "internal_error", "ratelimited", "something_new"})
  void r040triesAgainWhatTimeMayCure(String error) {
    slack.fail(POST, error);
    assertThat(sender.send(CHAT, TEXT)).isEqualTo(new SendResult.Later(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "invalid_auth",
        "token_revoked",
        "account_inactive"
      })
  void r028givesUpWhatTimeDoesNotCure(String error) {
    slack.fail(POST, error);
    assertThat(sender.send(CHAT, TEXT)).isEqualTo(new SendResult.Refused(error));
  }

  @ParameterizedTest
  @ValueSource(strings = {"msg_blocks_too_long", "invalid_blocks"})
  void r031sendsOnceMoreAsPlainText(String error) {
    slack.fail(POST, error);
    assertThat(sender.send(CHAT, ALERT)).isInstanceOf(SendResult.Sent.class);
    assertThat(slack.calls(POST)).hasSize(2);
    SlackPost post = slack.posts().getFirst();
    assertThat(post.blocks()).isEmpty();
    assertThat(post.text()).hasSizeLessThan(3000);
    assertThat(post.visible()).contains("A title", "One.", "https://a.example/1");
  }

  @Test
  void nonsenseIsTriedAgain() {
    slack.answer(POST, new FakeSlack.Reply(502, "<html>Bad gateway</html>", Map.of()));
    slack.answer(POST, new FakeSlack.Reply(200, "<html>Fine</html>", Map.of()));
    slack.answer(POST, new FakeSlack.Reply(200, "", Map.of()));
    slack.answer(POST, new FakeSlack.Reply(200, "{\"ok\":false,\"error\":\"<b>\"}", Map.of()));
    slack.drop(POST);
    for (int i = 0; i < 5; i++) {
      assertThat(sender.send(CHAT, TEXT)).isInstanceOf(SendResult.Later.class);
    }
    assertThat(slack.calls(POST)).as("not one sent again behind our back").hasSize(5);
    assertThat(sender.send(CHAT, TEXT)).isInstanceOf(SendResult.Sent.class);
  }
}
