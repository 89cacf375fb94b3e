package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.SlackTestBot;
import dev.bongsu.testkit.SlackPost;
import dev.bongsu.testkit.SlackRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What Slack's events say of channels that can be written to or not.
class SlackMembershipEventsTest {
  private final SlackTestBot bot =
      new SlackTestBot("bongsu.slack.signing-secret=" + SlackRequest.SIGNING_SECRET);
  private int events;

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void r028AChannelThatGoesWaitsUntilItIsBackAndWhoSetItUpIsTold() {
    mention("T1", "C1");
    mention("T1", "C2");
    assertThat(bot.slack().posts()).hasSize(2);
    String[][] goesAndComesBack = {
      {"channel_left", "member_joined_channel"},
      {"channel_archive", "channel_unarchive"},
      {"group_left", "member_joined_channel"},
      {"group_archive", "group_unarchive"}
    };
    for (int i = 0; i < goesAndComesBack.length; i++) {
      event("T1", Map.of("type", goesAndComesBack[i][0], "channel", "C1", "user", "U1"));
      event("T1", Map.of("type", goesAndComesBack[i][0], "channel", "C1", "user", "U1"));
      bot.runDueWork();
      assertThat(states("C1")).as(goesAndComesBack[i][0]).containsExactly("gone");
      assertThat(states("C2")).containsExactly("active");
      assertThat(bot.slack().posts("U1")).as("told once each time").hasSize(i + 1);

      event("T1", Map.of("type", goesAndComesBack[i][1], "channel", "C1", "user", "U0BOT"));
      assertThat(states("C1")).as(goesAndComesBack[i][1]).containsExactly("active");
    }
    SlackPost told = bot.slack().posts("U1").getFirst();
    assertThat(told.visible()).contains("https://slack.com/app_redirect?team=T1&channel=C1");
  }

  @Test
  void r039AChannelOfTheSameIdElsewhereIsAnother() {
    mention("T1", "C1");
    mention("T2", "C1");
    event("T2", Map.of("type", "channel_archive", "channel", "C1", "user", "U1"));

    assertThat(states("C1")).containsExactly("active", "gone");
  }

  @Test
  void tokensOfPeopleAreNotOurs() {
    Map<String, ?> peoples = Map.of("oauth", List.of("U7"), "bot", List.of());
    event("T1", Map.of("type", "tokens_revoked", "tokens", peoples));
    mention("T1", "C1");

    assertThat(bot.slack().posts("C1")).hasSize(1);
  }

  @Test
  void anEventOfAChannelThatNobodyKnowsChangesNothing() {
    event("T1", Map.of("type", "channel_left", "channel", "C404", "user", "U1"));
    event("T1", Map.of("type", "channel_unarchive", "channel", "C404", "user", "U1"));

    assertThat(states("C404")).isEmpty();
  }

  private void mention(String team, String channel) {
    Map<String, Object> event = new HashMap<>();
    event.put("type", "app_mention");
    event.put("user", "U1");
    event.put("text", "<@U0BOT> subscribe harbour");
    event.put("channel", channel);
    event(team, event);
    bot.runDueWork();
  }

  private void event(String team, Map<String, ?> event) {
    events++;
    int status =
        SlackRequest.json(
                Map.of(
                    "type",
                    "event_callback",
                    "event_id",
                    "Ev" + events,
                    "team_id",
                    team,
                    "event",
                    event))
            .post(bot.eventsUrl(), bot.clock().instant())
            .statusCode();
    assertThat(status).isEqualTo(200);
  }

  /// By workspace.
  private List<String> states(String channel) {
    return bot.database()
        .database()
        .read()
        .sql("select state from chat where channel = :channel order by workspace")
        .param("channel", channel)
        .query((row, _) -> row.getString("state"))
        .list();
  }
}
