package dev.bongsu.cli;

import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackSettings;
import dev.bongsu.slack.SlackTokenStatus;
import dev.bongsu.slack.SlackTokenVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The bot's account in Slack, its scopes, and its connection.
///
/// @param client called only if there is a bot token
record SlackCheck(Supplier<SlackSettings> settings, Supplier<SlackClient> client)
    implements DoctorCheck {
  private static final String LISTENING = "slack listening";
  private static final String INSTALL =
      "install the app again (api.slack.com/apps, your app, Install App) and set SLACK_BOT_TOKEN";
  private static final String APP_TOKEN =
      "make one under Basic Information, App-Level Tokens, with the scope connections:write, and"
          + " set SLACK_APP_TOKEN";

  /// The fixes of errors that a person can cause; the fix of all others is [#INSTALL].
  private static final Map<String, String> FIXES =
      Map.of(
          "missing_scope", "add the scopes of docs/slack-manifest.yaml and install the app again",
          "ratelimited", "try again in a minute",
          "org_login_required", "the workspace is being moved; try again later",
          "not_allowed_token_type", "SLACK_BOT_TOKEN is the one that begins with xoxb-");

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public List<Finding> findings() {
    SlackSettings slack = settings.get();
    if (slack.botToken().reveal().isEmpty()) {
      return List.of(Finding.passed(name(), "no bot token, so the bot is not in Slack"));
    }
    try (SlackClient opened = client.get()) {
      SlackTokenVerifier tokens = new SlackTokenVerifier(opened);
      List<Finding> findings = new ArrayList<>(botFindings(slack, tokens.verifyBotToken()));
      findings.add(connectionFinding(slack, tokens));
      return findings;
    }
  }

  private List<Finding> botFindings(SlackSettings slack, SlackTokenStatus access) {
    return switch (access) {
      case SlackTokenStatus.Accepted granted ->
          List.of(
              Finding.passed(name(), "@%s in %s".formatted(granted.user(), granted.team())),
              scopesFinding(granted.scopes()));
      case SlackTokenStatus.Refused(String error) ->
          List.of(
              Finding.failed(
                  name(),
                  "Slack refuses the bot token (%s)".formatted(error),
                  FIXES.getOrDefault(error, INSTALL)));
      case SlackTokenStatus.NoAnswer(String reason) -> List.of(unreachable(name(), slack, reason));
    };
  }

  private static Finding scopesFinding(Set<String> granted) {
    String check = "slack scopes";
    Set<String> missing = new TreeSet<>(SlackTokenVerifier.REQUIRED_SCOPES);
    missing.removeAll(granted);
    if (granted.isEmpty()) {
      return Finding.passed(check, "Slack does not list the scopes of the token");
    }
    return missing.isEmpty()
        ? Finding.passed(check, "all required scopes are granted")
        : Finding.failed(
            check,
            "missing: " + String.join(", ", missing),
            "add them under OAuth & Permissions, Bot Token Scopes, and install the app again");
  }

  private static Finding connectionFinding(SlackSettings slack, SlackTokenVerifier tokens) {
    if (!slack.usesSocket()) {
      return Finding.passed(
          LISTENING,
          "HTTP mode: Slack must reach /slack/events of this server; only a request from Slack"
              + " shows whether the signing secret is the app's");
    }
    return switch (tokens.verifyAppToken()) {
      case SlackTokenStatus.Accepted _ ->
          Finding.passed(LISTENING, "Socket Mode: a connection is offered");
      case SlackTokenStatus.Refused(String error) ->
          Finding.failed(
              LISTENING,
              "Slack refuses the app token (%s)".formatted(error),
              APP_TOKEN + "; Socket Mode must be on in the app");
      case SlackTokenStatus.NoAnswer(String reason) -> unreachable(LISTENING, slack, reason);
    };
  }

  private static Finding unreachable(String check, SlackSettings slack, String reason) {
    return Finding.unreachable(check, slack.apiUrl(), reason, "bongsu.slack.api-url");
  }
}
