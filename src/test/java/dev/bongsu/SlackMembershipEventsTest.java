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
  void l9AChannelOfANewIdKeepsItsSubscriptionsAndThreads() {
    mention("T1", "C1");
    mention("T2", "C1");
    thread("T1", "C1", "1.1");
    moved("T1", "C1", "C9");
    moved("T1", "C1", "C9");

    assertThat(subscribed("C9")).containsExactly("T1 ", "T1 1.1");
    assertThat(subscribed("C1")).as("of another workspace").containsExactly("T2 ");
  }

  @Test
  void l9AChannelThatIsKnownByItsNewIdAlreadyBecomesOneWithTheOld() {
    mention("T1", "C1");
    mention("T1", "C9");
    moved("T1", "C1", "C9");

    assertThat(subscribed("C9")).containsExactly("T1 ");
    assertThat(subscribed("C1")).isEmpty();
    assertThat(states("C1")).containsExactly("moved");
    event("T1", Map.of("type", "channel_archive", "channel", "C1", "user", "U1"));
    assertThat(states("C9")).containsExactly("active");
  }

  @Test
  void l9RenamedConvertedAndSharedChannelsKeepTheirIdAndTheirSubscriptions() {
    mention("T1", "C1");
    for (String type : List.of("channel_rename", "group_rename")) {
      Map<String, ?> named = Map.of("id", "C1", "name", "harbour", "created", 1);
      event("T1", Map.of("type", type, "channel", named));
    }
    event("T1", Map.of("type", "channel_shared", "channel", "C1", "connected_team_id", "T9"));
    event("T1", Map.of("type", "channel_unshared", "channel", "C1", "is_ext_shared", false));
    for (String subtype : List.of("channel_convert_to_private", "channel_convert_to_public")) {
      event(
          "T1",
          Map.of("type", "message", "subtype", subtype, "channel", "C1", "user", "U1", "ts", "1"));
    }
    assertThat(subscribed("C1")).containsExactly("T1 ");
    assertThat(states("C1")).containsExactly("active");
  }

  @Test
  void l9AChangeOfIdThatNamesNoChannelChangesNothing() {
    mention("T1", "C1");
    event("T1", Map.of("type", "channel_id_changed", "old_channel_id", "C1"));
    event("T1", Map.of("type", "channel_id_changed", "new_channel_id", "C9"));
    moved("T1", "C404", "C405");

    assertThat(subscribed("C1")).containsExactly("T1 ");
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

  private void thread(String team, String channel, String thread) {
    Map<String, Object> event = new HashMap<>();
    event.put("type", "app_mention");
    event.put("user", "U1");
    event.put("text", "<@U0BOT> subscribe harbour");
    event.put("channel", channel);
    event.put("thread_ts", thread);
    event(team, event);
    bot.runDueWork();
  }

  private void moved(String team, String from, String to) {
    event(team, Map.of("type", "channel_id_changed", "old_channel_id", from, "new_channel_id", to));
  }

  /// Workspaces and threads of a channel that have a subscription.
  private List<String> subscribed(String channel) {
    return bot.database()
        .database()
        .read()
        .sql(
            "select workspace || ' ' || thread as place from chat where channel = :channel"
                + " and exists (select 1 from subscription s where s.chat_id = chat.id)"
                + " order by workspace, thread")
        .param("channel", channel)
        .query((row, _) -> row.getString("place"))
        .list();
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
