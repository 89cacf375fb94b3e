package dev.bongsu.slack;

import java.util.Set;

/// The result of checking a token.
public sealed interface SlackTokenStatus {

  /// The token is valid.
  ///
  /// @param team name of the workspace; blank if Slack does not say
  /// @param user name of the bot; blank if Slack does not say
  /// @param scopes of the token; empty if Slack does not say
  record Accepted(String team, String user, Set<String> scopes) implements SlackTokenStatus {
    public Accepted {
      scopes = Set.copyOf(scopes);
    }
  }

  /// The token is invalid.
  ///
  /// @param error Slack's error code, such as `invalid_auth`
  record Refused(String error) implements SlackTokenStatus {}

  /// Unknown, because there was no readable answer.
  ///
  /// @param reason for the operator, without secrets
  record NoAnswer(String reason) implements SlackTokenStatus {}
}
