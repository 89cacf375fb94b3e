package dev.bongsu.slack;

import java.util.Set;

/// What Slack makes of a token.
public sealed interface SlackTokenStatus {

  /// It is good.
  ///
  /// @param team name of the workspace; blank if Slack does not say
  /// @param user name of the bot; blank if Slack does not say
  /// @param scopes what it may do; empty if Slack does not say
  record Accepted(String team, String user, Set<String> scopes) implements SlackTokenStatus {
    public Accepted {
      scopes = Set.copyOf(scopes);
    }
  }

  /// It is not good.
  ///
  /// @param error in Slack's word for it, as in `invalid_auth`
  record Refused(String error) implements SlackTokenStatus {}

  /// Nobody knows.
  ///
  /// @param reason for the operator, without secrets
  record NoAnswer(String reason) implements SlackTokenStatus {}
}
