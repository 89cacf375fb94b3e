package dev.bongsu.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.bongsu.http.NetworkErrors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks our tokens at Slack; changes nothing there.
///
/// Source: `auth.test` and `apps.connections.open` of Slack's Web API; the scopes of a token come
/// in the header `X-OAuth-Scopes` of each of its answers.
public final class SlackTokenVerifier {
  /// The scopes that the bot needs.
  public static final Set<String> REQUIRED_SCOPES =
      Set.of("commands", "chat:write", "app_mentions:read", "im:history", "im:read", "im:write");

  private static final String SCOPES = "x-oauth-scopes";

  private final SlackClient slack;

  public SlackTokenVerifier(SlackClient slack) {
    this.slack = slack;
  }

  /// The workspace, user and scopes of the bot token.
  public SlackTokenStatus verifyBotToken() {
    return execute(
        () -> {
          AuthTestResponse answer = slack.methods().authTest(request -> request);
          return answer.isOk()
              ? new SlackTokenStatus.Accepted(
                  Objects.requireNonNullElse(answer.getTeam(), ""),
                  Objects.requireNonNullElse(answer.getUser(), ""),
                  scopes(answer.getHttpResponseHeaders()))
              : refused(answer.getError());
        });
  }

  /// Whether the app token opens a connection; the returned address is not used.
  public SlackTokenStatus verifyAppToken() {
    return execute(
        () -> {
          String token = slack.settings().appToken().reveal();
          MethodsClient methods = slack.slack().methods();
          AppsConnectionsOpenResponse answer =
              methods.appsConnectionsOpen(request -> request.token(token));
          return answer.isOk()
              ? new SlackTokenStatus.Accepted("", "", Set.of())
              : refused(answer.getError());
        });
  }

  private static SlackTokenStatus execute(SlackCall<SlackTokenStatus> call) {
    try {
      return call.execute();
    } catch (SlackApiException e) {
      return new SlackTokenStatus.NoAnswer("status " + e.getResponse().code());
    } catch (IOException e) {
      return new SlackTokenStatus.NoAnswer(NetworkErrors.describe(e));
    } catch (RuntimeException e) {
      // The library throws various exceptions for a body that is not Slack's.
      return new SlackTokenStatus.NoAnswer("an unreadable answer");
    }
  }

  private static SlackTokenStatus refused(@Nullable String error) {
    return SlackError.errorCode(error)
        .<SlackTokenStatus>map(SlackTokenStatus.Refused::new)
        .orElseGet(() -> new SlackTokenStatus.NoAnswer("an unreadable answer"));
  }

  /// Empty if the answer does not say.
  private static Set<String> scopes(@Nullable Map<String, List<String>> headers) {
    if (headers == null) {
      return Set.of();
    }
    return headers.entrySet().stream()
        .filter(header -> SCOPES.equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
