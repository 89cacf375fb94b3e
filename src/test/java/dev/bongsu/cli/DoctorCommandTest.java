package dev.bongsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.analysis.LineProblem;
import dev.bongsu.chat.Secret;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.http.Proxies;
import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackSettings;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSettings;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `doctor` says of each kind of trouble, and that it says how to mend it.
class DoctorCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void oneFailureLeavesTheOtherChecksAlone() {
    DoctorCheck broken =
        new WordListCheck(
            "dictionary",
            "config/dictionary-ko.txt",
            () -> {
              throw new IllegalStateException("no such file");
            });
    DoctorCheck fine = new SettingsFindings(List.of());

    assertThat(run("--json", broken, fine)).isOne();
    assertThat(findings())
        .extracting(found -> found.get("ok").asBoolean())
        .containsExactly(false, true);
    assertThat(findings().getFirst().get("detail").asString()).contains("no such file");
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("doctor: 1 of 2 checks failed");
  }

  @Test
  void saysToPeopleHowToMendIt() {
    DoctorCheck settings =
        new SettingsFindings(
            List.of("unknown setting bongsu.fed (argument); did you mean bongsu.feed?"));

    assertThat(run("", settings)).isOne();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "FAIL  settings              unknown setting bongsu.fed (argument)",
            "      → write bongsu.feed");
  }

  @Test
  void namesTheLineOfAWordList() {
    LineProblem problem = new LineProblem(7, "a surface has no blank inside");
    DoctorCheck list = new WordListCheck("dictionary", "config/d.txt", () -> List.of(problem));

    assertThat(run("--json", list)).isOne();
    assertThat(only().get("detail").asString()).startsWith("config/d.txt line 7: a surface");
    assertThat(only().get("fix").asString()).contains("line 7");
  }

  @Test
  void readsTheCatalogueWithoutADatabase() {
    assertThat(
            run("--json", new FeedsCheck(FeedCatalogue::empty, Optional::empty, Optional::empty)))
        .isZero();
    assertThat(only().get("detail").asString())
        .isEqualTo("0 sources in 0 packs, on by the settings: none");
  }

  @Nested
  class Telegram {
    private final FakeTelegram telegram = FakeTelegram.start();
    private boolean running;

    @AfterEach
    void close() {
      telegram.close();
    }

    @Test
    void saysWhoWeAre() {
      telegram.answerEmptyPolls();
      assertThat(check()).isZero();
      assertThat(findings())
          .extracting(found -> found.get("detail").asString())
          .satisfiesExactly(
              who -> assertThat(who).startsWith("@BongsuBot"),
              updates -> assertThat(updates).contains("nobody else fetches them"));
      assertThat(findings()).allMatch(found -> found.get("fix").isNull());
    }

    @Test
    void withoutATokenAsksNobody() {
      TelegramSettings none = new TelegramSettings(null, telegram.url());
      assertThat(run("--json", new TelegramCheck(() -> none, () -> api(none), () -> false)))
          .isZero();
      assertThat(telegram.requests("getme")).isEmpty();
    }

    @Test
    void saysWhereToGetATokenThatIsRefused() {
      TelegramSettings old = settings();
      telegram.revokeToken();
      assertThat(run("--json", new TelegramCheck(() -> old, () -> api(old), () -> false))).isOne();
      assertThat(only().get("detail").asString()).contains("401 Unauthorized");
      assertThat(only().get("fix").asString()).contains("@BotFather");
    }

    @Test
    void findsAWebhook() {
      telegram.respondWith(
          "getwebhookinfo",
          new ApiResponse(
              200, "{\"ok\": true, \"result\": {\"url\": \"https://elsewhere.example/\"}}"));
      assertThat(check()).isOne();
      assertThat(findings().getLast().get("fix").asString()).contains("deleteWebhook");
      assertThat(telegram.requests("getupdates")).isEmpty();
    }

    @Test
    void findsAnotherProgramThatPolls() {
      telegram.respondWith(
          "getupdates",
          ApiResponse.of(409, "Conflict: terminated by other getUpdates request; make sure …"));
      assertThat(check()).isOne();
      assertThat(findings().getLast().get("detail").asString())
          .startsWith("another program fetches this bot's updates");
    }

    @Test
    void leavesARunningBotsUpdatesAlone() {
      running = true;
      assertThat(check()).isZero();
      assertThat(telegram.requests("getupdates")).isEmpty();
    }

    @Test
    void marksNoUpdateAsReceived() {
      telegram.say(7, "/start");
      assertThat(check()).isZero();
      assertThat(telegram.unconfirmedUpdates()).isOne();
    }

    @Test
    void anApologyOfAProxyIsNoBotApi() {
      telegram.respondWith("getme", ApiResponse.badGateway());
      assertThat(check()).isOne();
      assertThat(only().get("fix").asString()).contains("bongsu.telegram.api-url");
    }

    private int check() {
      TelegramSettings settings = settings();
      return run("--json", new TelegramCheck(() -> settings, () -> api(settings), () -> running));
    }

    private TelegramSettings settings() {
      return telegram.settings();
    }

    private static TelegramApi api(TelegramSettings settings) {
      return new TelegramApi(settings, Duration.ZERO);
    }
  }

  @Nested
  class Slack {
    private final FakeSlack slack = FakeSlack.start();

    @AfterEach
    void close() {
      slack.close();
    }

    @Test
    void saysWhoWeAreAndThatAConnectionIsOffered() {
      assertThat(check(FakeSlack.BOT_TOKEN, FakeSlack.APP_TOKEN, "")).isZero();
      assertThat(findings())
          .extracting(found -> found.get("detail").asString())
          .containsExactly(
              "@bongsu in Newsroom",
              "all required scopes are granted",
              "Socket Mode: a connection is offered");
    }

    @Test
    void namesTheScopesThatAreMissing() {
      slack.scopes("commands,chat:write");
      assertThat(check(FakeSlack.BOT_TOKEN, FakeSlack.APP_TOKEN, "")).isOne();
      assertThat(findings().get(1).get("detail").asString())
          .isEqualTo("missing: app_mentions:read, im:history, im:read, im:write");
      assertThat(findings().get(1).get("fix").asString()).contains("install the app again");
    }

    @ParameterizedTest
    @CsvSource({"auth.test, 0", "apps.connections.open, 2"})
    void saysWhatToDoAboutATokenThatIsRefused(String method, int place) {
      slack.fail(method, "invalid_auth");
      assertThat(check(FakeSlack.BOT_TOKEN, FakeSlack.APP_TOKEN, "")).isOne();
      JsonNode found = findings().get(place);
      assertThat(found.get("ok").asBoolean()).isFalse();
      assertThat(found.get("detail").asString()).contains("invalid_auth");
      assertThat(found.get("fix").asString()).contains("set SLACK_");
    }

    @Test
    void anAnswerThatIsNoneOfSlacksIsSaidToo() {
      slack.answer("auth.test", new FakeSlack.Reply(200, "<html>", java.util.Map.of()));
      assertThat(check(FakeSlack.BOT_TOKEN, "", "secret")).isOne();
      assertThat(findings().getFirst().get("fix").asString()).contains("bongsu.slack.api-url");
      assertThat(findings().getLast().get("detail").asString()).contains("/slack/events");
    }

    /// What the manifest asks for is what the check looks for.
    @Test
    void theManifestHasTheScopesThatAreNeeded() throws IOException {
      String manifest = Files.readString(Path.of("docs/slack-manifest.yaml"));
      assertThat(dev.bongsu.slack.SlackTokenVerifier.REQUIRED_SCOPES)
          .allSatisfy(scope -> assertThat(manifest).contains("      - " + scope + "\n"));
    }

    private int check(String bot, String app, String secret) {
      URI api = slack.apiUrl();
      SlackSettings settings =
          new SlackSettings(new Secret(bot), new Secret(app), new Secret(secret), api);
      return run(
          "--json",
          new SlackCheck(() -> settings, () -> new SlackClient(settings, Proxies.none())));
    }
  }

  private int run(String option, DoctorCheck... checks) {
    String[] line = option.isEmpty() ? new String[] {"doctor"} : new String[] {"doctor", option};
    return new OperatorCommands(
            () -> OperatorCommands.RUNNING,
            () -> {
              throw new AssertionError("no parts are needed");
            },
            () -> List.of(checks),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .execute(line);
  }

  private List<JsonNode> findings() {
    return out.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
  }

  private JsonNode only() {
    assertThat(findings()).hasSize(1);
    return findings().getFirst();
  }
}
