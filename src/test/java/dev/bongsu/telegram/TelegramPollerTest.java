package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Secret;
import dev.bongsu.inbox.ClaimedInbound;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestOutbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
@Isolated("it reads what is printed")
class TelegramPollerTest {
  private static final Duration LONG_POLL = Duration.ofSeconds(30);

  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final FakeTelegram server = FakeTelegram.start();
  private final ChatStore chats = new ChatStore(database.database(), clock);
  private final TestOutbox outbox = new TestOutbox(database, clock);
  private final TelegramApi api = api();
  private TelegramPoller poller = poller(api);

  @BeforeEach
  void answerAtOnce() {
    server.answerEmptyPolls();
  }

  @AfterEach
  void stop(CapturedOutput output) {
    api.close();
    server.close();
    database.close();
    assertThat(output.getAll()).as("r025: no token in any log").doesNotContain("AAAAAAAAAA");
  }

  @Test
  void keepsWhatIsSaidAndConfirmsIt() {
    server.say(7, "/start");
    server.say(8, "사이버안보");
    pollTimes(3);

    assertThat(receivedTexts()).containsExactly("7 /start", "8 사이버안보");
    assertThat(server.unconfirmedUpdates()).isZero();
    assertThat(poll(0).at("/allowed_updates").toString())
        .isEqualTo("[\"message\",\"channel_post\",\"callback_query\",\"my_chat_member\"]");
    assertThat(poll(0).path("timeout").asInt(0)).isEqualTo(30);
  }

  @Test
  void r017AnUpdateThatComesAgainIsKeptOnce() {
    server.say(7, "/start");
    pollTimes(2);
    assertThat(server.unconfirmedUpdates()).as("not confirmed yet").isEqualTo(1);

    poller = poller(api);
    pollTimes(3);

    assertThat(receivedTexts()).containsExactly("7 /start");
    assertThat(server.unconfirmedUpdates()).isZero();
  }

  @Test
  void r019NumbersMayStartAgainLower() {
    server.update(message(900_000, "one"));
    pollTimes(3);
    server.update(message(10, "two"));
    pollTimes(2);
    server.update(message(11, "three"));
    pollTimes(2);

    assertThat(receivedTexts()).containsExactly("7 one", "7 two", "7 three");
    assertThat(server.unconfirmedUpdates()).isZero();
  }

  @Test
  void r018AnUpdateThatMakesTheReaderThrowIsKeptAsFailed(CapturedOutput output) {
    server.update("{\"message\": {\"text\": \"secret words\", \"chat\": {\"type\": \"private\"}}}");
    server.update("{\"message\": 7}");
    server.update("{\"unheard_of\": {\"x\": [1]}}");
    server.say(7, "/start");
    pollTimes(3);

    assertThat(receivedTexts()).containsExactly("7 /start");
    assertThat(server.unconfirmedUpdates()).isZero();
    assertThat(output).contains("Update 1234567890:1001 of").doesNotContain("secret words");
    assertThat(inbox().countFailed()).isOne();
    assertThat(failedText()).contains("secret words");
  }

  @Test
  void whatTheDatabaseCannotTakeNowIsAskedForAgain() {
    server.say(7, "/start");
    database.database().write().sql("alter table inbox rename to elsewhere").update();
    pollTimes(1);
    assertThat(poller.pollOnce()).contains(Duration.ofSeconds(1));
    assertThat(poller.pollOnce()).contains(Duration.ofSeconds(2));
    assertThat(server.unconfirmedUpdates()).isEqualTo(1);

    database.database().write().sql("alter table elsewhere rename to inbox").update();
    pollTimes(2);

    assertThat(receivedTexts()).containsExactly("7 /start");
    assertThat(server.unconfirmedUpdates()).isZero();
  }

  @Test
  void r014AnotherPollerMakesItWaitAndSaySoOnceAMinute(CapturedOutput output) {
    pollTimes(1);
    server.respondWith(
        "getupdates", ApiResponse.of(409, "Conflict: terminated by other getUpdates"));

    List<Optional<Duration>> waits =
        IntStream.range(0, 6).mapToObj(_ -> poller.pollOnce()).toList();

    assertThat(waits.stream().map(wait -> wait.orElseThrow().toSeconds()))
        .containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
    assertThat(times(output, "Another program fetches")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(61));
    poller.pollOnce();
    assertThat(times(output, "Another program fetches")).isEqualTo(2);

    server.clearResponses();
    server.say(7, "/start");
    pollTimes(2);
    assertThat(receivedTexts()).containsExactly("7 /start");
  }

  @Test
  void r015AWebhookIsNamedWithItsRemedyAndLeftAlone(CapturedOutput output) {
    pollTimes(1);
    server.respondWith(
        "getupdates",
        ApiResponse.of(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
                + " delete the webhook first"));
    pollTimes(1);

    assertThat(output).contains("This bot has a webhook");
    assertThat(server.requests("deletewebhook")).isEmpty();
  }

  @Test
  void r013ARevokedTokenEndsThePollingAndIsSaidOnce(CapturedOutput output) {
    pollTimes(2);
    server.revokeToken();

    assertThat(poller.pollOnce()).isEmpty();
    assertThat(times(output, "Telegram refuses the token")).isEqualTo(1);
    assertThat(outbox.tokens().rejectedAccounts()).containsExactly(api.account());
    assertThat(outbox.notices()).containsExactly("token_dead telegram 401 Unauthorized");
  }

  @Test
  void membershipChangesArePassedOn() {
    chats.findOrCreate(new ChatId(Platform.TELEGRAM, "", "-5", ""), Locale.ENGLISH);
    pollTimes(2);
    server.update(
        """
        {"message": {"chat": {"id": -5, "type": "group"}, "migrate_to_chat_id": -1005}}
        """);
    pollTimes(1);

    assertThat(chats.find(new ChatId(Platform.TELEGRAM, "", "-1005", ""))).isPresent();
  }

  static List<ApiResponse> transientFaults() {
    return List.of(
        ApiResponse.badGateway(),
        ApiResponse.empty(),
        ApiResponse.dropped(),
        ApiResponse.of(500, "Internal"),
        ApiResponse.of(404, "Not Found"),
        new ApiResponse(200, "{\"ok\": true, \"result\": 7}"));
  }

  @ParameterizedTest
  @MethodSource("transientFaults")
  void r016TroubleThatPassesIsWaitedFor(ApiResponse trouble) {
    server.respondWith("getme", trouble);
    assertThat(poller.pollOnce()).hasValueSatisfying(wait -> assertThat(wait).isPositive());
    server.clearResponses();
    pollTimes(1);
    server.respondWith("getupdates", trouble);
    assertThat(poller.pollOnce()).hasValueSatisfying(wait -> assertThat(wait).isPositive());
    server.clearResponses();
    server.say(7, "/start");
    pollTimes(2);

    assertThat(receivedTexts()).containsExactly("7 /start");
  }

  @Test
  void aServerThatAsksForPatienceGetsIt() {
    pollTimes(1);
    server.respondWith("getupdates", ApiResponse.tooMany(43_837));

    assertThat(poller.pollOnce()).contains(Duration.ofSeconds(43_837));
  }

  @Test
  void aServerThatHoldsNoPollIsNotAskedWithoutEnd() {
    pollTimes(1);

    assertThat(poller.pollOnce()).contains(Duration.ofSeconds(1));
  }

  private void pollTimes(int count) {
    IntStream.range(0, count).forEach(_ -> poller.pollOnce());
  }

  private List<String> receivedTexts() {
    List<String> heard = new ArrayList<>();
    InboxStore inbox = inbox();
    List<ClaimedInbound> batch = inbox.claim(100);
    while (!batch.isEmpty()) {
      batch.forEach(one -> heard.add(words(one)));
      database
          .database()
          .write()
          .sql("update inbox set state = 'done' where lease_until_ms > 0")
          .update();
      batch = inbox.claim(100);
    }
    return heard;
  }

  private String failedText() {
    return database
        .database()
        .read()
        .sql("select text from inbox where state = 'failed'")
        .query((row, _) -> row.getString("text"))
        .single();
  }

  private static String words(ClaimedInbound one) {
    return one.inbound().chat().channel() + " " + one.inbound().text();
  }

  private JsonNode poll(int index) {
    return server.requests("getupdates").get(index).body();
  }

  private static long times(CapturedOutput output, String words) {
    return output.getAll().lines().filter(line -> line.contains(words)).count();
  }

  private static String message(int id, String text) {
    return """
    {"update_id": %d, "message": {"text": "%s", "chat": {"id": 7, "type": "private"}}}
    """
        .formatted(id, text);
  }

  private TelegramApi api() {
    TelegramSettings settings = new TelegramSettings(new Secret(server.token()), server.url());
    return new TelegramApi(settings, LONG_POLL);
  }

  private TelegramPoller poller(TelegramApi api) {
    return new TelegramPoller(api, inbox(), outbox.lifecycle(), outbox.tokens(), clock);
  }

  private InboxStore inbox() {
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    return new InboxStore(database.database(), clock, leases, database.nudges());
  }
}
