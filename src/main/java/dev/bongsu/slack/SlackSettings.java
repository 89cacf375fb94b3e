package dev.bongsu.slack;

import dev.bongsu.chat.Secret;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Slack; without a bot token the bot is not on Slack.
///
/// @param botToken the bot token, `xoxb-…`, also as `SLACK_BOT_TOKEN`; blank for none
/// @param appToken the app-level token, `xapp-…`, also as `SLACK_APP_TOKEN`: with it the bot opens
///   a connection to Slack (Socket Mode)
/// @param signingSecret the secret with which Slack signs its requests to `/slack/events`, also as
///   `SLACK_SIGNING_SECRET`; needed without an app token (HTTP mode)
/// @param apiUrl address of the Web API; ends in a slash
@ConfigurationProperties("bongsu.slack")
public record SlackSettings(
    @DefaultValue("") Secret botToken,
    @DefaultValue("") Secret appToken,
    @DefaultValue("") Secret signingSecret,
    @DefaultValue("https://slack.com/api/") URI apiUrl) {
  private static final Pattern BOT_TOKEN = Pattern.compile("(xoxe\\.)?xoxb-[A-Za-z0-9._-]+");
  private static final Pattern APP_TOKEN = Pattern.compile("xapp-[A-Za-z0-9._-]+");
  private static final Pattern SIGNING_SECRET = Pattern.compile("[\\x21-\\x7e]+");

  public SlackSettings {
    botToken = stripped(botToken);
    appToken = stripped(appToken);
    signingSecret = stripped(signingSecret);
    check(botToken, BOT_TOKEN, "bot-token does not look like a bot token of Slack (xoxb-…)");
    check(appToken, APP_TOKEN, "app-token does not look like an app-level token of Slack (xapp-…)");
    check(
        signingSecret,
        SIGNING_SECRET,
        "signing-secret contains characters that a signing secret cannot contain");
    if (isGiven(botToken) && !isGiven(appToken) && !isGiven(signingSecret)) {
      throw new IllegalArgumentException(
          "bot-token alone can only speak: set app-token (Socket Mode) or signing-secret (HTTP"
              + " mode) too");
    }
    apiUrl = withSlash(apiUrl);
  }

  /// Whether requests come through Socket Mode.
  public boolean usesSocket() {
    return isGiven(appToken);
  }

  private static boolean isGiven(Secret secret) {
    return !secret.reveal().isEmpty();
  }

  private static Secret stripped(Secret secret) {
    return new Secret(secret.reveal().strip());
  }

  private static void check(Secret secret, Pattern shape, String problem) {
    if (isGiven(secret) && !shape.matcher(secret.reveal()).matches()) {
      throw new IllegalArgumentException(problem);
    }
  }

  private static URI withSlash(URI url) {
    boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!isWeb || url.getHost() == null) {
      throw new IllegalArgumentException("api-url is not an address that begins with https://");
    }
    return url.toString().endsWith("/") ? url : URI.create(url + "/");
  }
}
