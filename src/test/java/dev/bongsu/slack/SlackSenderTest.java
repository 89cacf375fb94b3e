package dev.bongsu.slack;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Message.ChatLocale;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.http.Proxies;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.SlackPost;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
          new ChatLocale(Locale.ENGLISH, ZoneId.of("UTC")));

  private final FakeSlack slack = FakeSlack.start();
  private final SlackClient client = new SlackClient(slack.settings(), Proxies.none());
  private final SlackSender sender = new SlackSender(client);

  @AfterEach
  void stop() {
    client.close();
    slack.close();
  }

  @Test
  void postsOnceAndSaysSlacksId() {
    assertThat(send(ALERT)).isEqualTo(new SendResult.Sent("1700000000.000001"));
    assertThat(slack.calls(POST)).hasSize(1);
    assertThat(slack.calls("auth.test")).isEmpty();
  }

  @Test
  void postsIntoTheThread() {
    ChatId thread = new ChatId(Platform.SLACK, "T1", "C1", "1.1");
    assertThat(sender.prepare(thread, TEXT, false).getFirst().get())
        .isInstanceOf(SendResult.Sent.class);
    assertThat(slack.posts()).extracting(SlackPost::thread).containsExactly("1.1");
  }

  @Test
  void r026asksForPatienceAfterTooMany() {
    slack.answer(POST, new FakeSlack.Reply(429, "", Map.of("Retry-After", "30")));
    assertThat(send(TEXT))
        .isEqualTo(new SendResult.RateLimited("too many", Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fatal_error", "internal_error"})
  void r040whatFailedInsideSlackMayHaveBeenSent(String error) {
    slack.fail(POST, error);
    assertThat(send(TEXT)).isEqualTo(new SendResult.MaybeSent(error, true));
  }

  @Test
  void r040triesAgainWhatTimeMayCure() {
    slack.fail(POST, "something_new");
    assertThat(send(TEXT)).isEqualTo(new SendResult.TemporaryFailure("something_new"));
    for (String error : List.of("service_unavailable", "request_timeout", "team_added_to_org")) {
      slack.fail(POST, error);
      assertThat(send(TEXT)).isEqualTo(new SendResult.TemporaryFailure(error));
    }
  }

  @Test
  void r026aWaitInABodyIsOneToo() {
    String body = "{\"ok\":false,\"error\":\"ratelimited\"}";
    slack.answer(POST, new FakeSlack.Reply(200, body, Map.of("Retry-After", "43837")));
    assertThat(send(TEXT))
        .isEqualTo(new SendResult.RateLimited("ratelimited", Duration.ofSeconds(43_837)));
    for (String nonsense : List.of("0", "-5", "soon", "")) {
      slack.answer(POST, new FakeSlack.Reply(429, body, Map.of("Retry-After", nonsense)));
      assertThat(send(TEXT))
          .isEqualTo(new SendResult.RateLimited("too many", Duration.ofSeconds(30)));
    }
    slack.fail(POST, "ratelimited");
    assertThat(send(TEXT))
        .isEqualTo(new SendResult.RateLimited("ratelimited", Duration.ofSeconds(30)));
  }

  @Test
  void r040slacksWordsCountMoreThanTheirStatus() {
    failWith(503, "service_unavailable");
    assertThat(send(TEXT)).isEqualTo(new SendResult.TemporaryFailure("service_unavailable"));
    failWith(500, "fatal_error");
    assertThat(send(TEXT)).isEqualTo(new SendResult.MaybeSent("fatal_error", true));
    failWith(403, "account_inactive");
    assertThat(send(TEXT)).isEqualTo(new SendResult.TokenRejected("account_inactive"));
    failWith(500, "Oh dear!");
    assertThat(send(TEXT)).isEqualTo(new SendResult.MaybeSent("status 500", true));
  }

  private void failWith(int status, String error) {
    String body = "{\"ok\":false,\"error\":\"%s\"}".formatted(error);
    slack.answer(POST, new FakeSlack.Reply(status, body, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, NOT_MEMBER",
    "not_in_channel, NOT_MEMBER",
    "is_archived, ARCHIVED",
    "is_inactive, ARCHIVED",
    "posting_to_general_channel_denied, FORBIDDEN",
    "invalid_thread_ts, TOPIC_DELETED",
    "restricted_action, FORBIDDEN",
    "user_not_found, DEACTIVATED",
    "cannot_reply_to_message, TOPIC"
  })
  void r028aChannelThatIsGoneSaysWhy(String error, GoneReason why) {
    slack.fail(POST, error);
    assertThat(send(TEXT)).isEqualTo(new SendResult.ChatGone(why, error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid_auth",
        "token_revoked",
        "account_inactive",
        "not_authed",
        "token_expired",
        "missing_scope",
        "enterprise_is_restricted",
        "two_factor_setup_required"
      })
  void r029aDeadTokenIsNoMatterOfTheChat(String error) {
    slack.fail(POST, error);
    assertThat(send(TEXT)).isEqualTo(new SendResult.TokenRejected(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "msg_blocks_too_long",
        "msg_too_long",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_arguments",
        "invalid_form_data",
        "no_text"
      })
  void r031whatSlackRefusesIsPostedAsPlainText(String error) {
    slack.fail(POST, error);
    assertThat(send(ALERT)).isEqualTo(new SendResult.InvalidMessage(error));
    assertThat(sender.prepare(CHAT, ALERT, true).getFirst().get())
        .isInstanceOf(SendResult.Sent.class);
    SlackPost post = slack.posts().getFirst();
    assertThat(post.blocks()).isEmpty();
    assertThat(post.text()).hasSizeLessThan(3000);
    assertThat(post.visible()).contains("A title", "One.", "https://a.example/1");
  }

  @Test
  void r016nonsenseMayHaveBeenSent() {
    slack.answer(POST, new FakeSlack.Reply(502, "<html>Bad gateway</html>", Map.of()));
    slack.answer(POST, new FakeSlack.Reply(200, "<html>Fine</html>", Map.of()));
    slack.answer(POST, new FakeSlack.Reply(200, "", Map.of()));
    slack.dropConnection(POST);
    for (int i = 0; i < 4; i++) {
      assertThat(send(TEXT)).isInstanceOf(SendResult.MaybeSent.class);
    }
    slack.answer(POST, new FakeSlack.Reply(200, "{\"ok\":false,\"error\":\"<b>\"}", Map.of()));
    assertThat(send(TEXT)).isEqualTo(new SendResult.TemporaryFailure("an unknown error"));
    assertThat(slack.calls(POST)).as("not one sent again behind our back").hasSize(5);
    assertThat(send(TEXT)).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void aDigestHasEveryArticleAsALink() {
    List<Message.Item> items =
        IntStream.rangeClosed(1, 240)
            .mapToObj(
                i ->
                    new Message.Item(
                        "Story <!here> *" + i, URI.create("https://a.example/?n=" + i + "&of=240")))
            .toList();
    assertThat(sender.prepare(CHAT, new Message.Digest("240 more", items), false))
        .allMatch(part -> part.get() instanceof SendResult.Sent);

    List<String> links = slack.posts().stream().flatMap(p -> p.links().stream()).toList();
    assertThat(links)
        .hasSize(240)
        .contains("https://a.example/?n=1&of=240", "https://a.example/?n=240&of=240");
    String visible = slack.posts().stream().map(SlackPost::visible).collect(joining());
    assertThat(visible).contains("\n1. Story <!here> *1", "\n240. Story <!here> *240");
  }

  private SendResult send(Message message) {
    return sender.prepare(CHAT, message, false).getFirst().get();
  }
}
