package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.SlackTestBot;
import dev.bongsu.testkit.SlackRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A workspace takes the app away. Slack says so by two events, in either order, and often twice.
class SlackUninstallTest {
  private static final Map<String, ?> UNINSTALLED = Map.of("type", "app_uninstalled");
  private static final Map<String, ?> REVOKED =
      Map.of("type", "tokens_revoked", "tokens", Map.of("oauth", List.of(), "bot", List.of("U0")));

  static Stream<List<Map<String, ?>>> orders() {
    return Stream.of(
        List.of(UNINSTALLED),
        List.of(REVOKED),
        List.of(UNINSTALLED, REVOKED),
        List.of(REVOKED, UNINSTALLED),
        List.of(UNINSTALLED, UNINSTALLED, REVOKED, REVOKED),
        List.of(REVOKED, UNINSTALLED, REVOKED));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void r030WhateverTheOrderAllIsParkedAndSlackIsAskedNoMore(List<Map<String, ?>> events) {
    try (SlackTestBot bot =
        new SlackTestBot("bongsu.slack.signing-secret=" + SlackRequest.SIGNING_SECRET)) {
      assertThat(post(bot, "Ev0", mention())).isEqualTo(200);
      bot.runDueWork();
      assertThat(bot.slack().posts("C1")).hasSize(1);
      int calls = bot.slack().calls("chat.postMessage").size();

      for (int i = 0; i < events.size(); i++) {
        assertThat(post(bot, "Ev" + (i + 1), events.get(i))).isEqualTo(200);
      }
      assertThat(post(bot, "Ev9", mention())).isEqualTo(200);
      bot.runDueWork();

      assertThat(bot.slack().calls("chat.postMessage")).hasSize(calls);
      assertThat(waiting(bot)).as("parked, not lost").isOne();
    }
  }

  private static Map<String, ?> mention() {
    return Map.of("type", "app_mention", "user", "U1", "text", "<@U0BOT> help", "channel", "C1");
  }

  private static int post(SlackTestBot bot, String id, Map<String, ?> event) {
    return SlackRequest.json(
            Map.of("type", "event_callback", "event_id", id, "team_id", "T1", "event", event))
        .post(bot.eventsUrl(), bot.clock().instant())
        .statusCode();
  }

  private static long waiting(SlackTestBot bot) {
    return bot.database()
        .database()
        .read()
        .sql("select count(*) from delivery where state = 'waiting'")
        .query((row, _) -> row.getLong(1))
        .single();
  }
}
