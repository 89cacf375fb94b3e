package dev.bongsu.telegram;

import dev.bongsu.chat.Secret;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Telegram; without a token the bot is not on Telegram.
///
/// @param token the token from BotFather, also as `TELEGRAM_BOT_TOKEN`; blank for none
/// @param apiUrl scheme, host and port of the Bot API
@ConfigurationProperties("bongsu.telegram")
public record TelegramSettings(
    @Nullable Secret token, @DefaultValue("https://api.telegram.org") URI apiUrl) {
  private static final Pattern TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]{30,50}");

  public TelegramSettings {
    token = token == null || token.reveal().isBlank() ? null : new Secret(token.reveal().strip());
    if (token != null && !TOKEN.matcher(token.reveal()).matches()) {
      throw new IllegalArgumentException(
          "token must be digits, a colon and 30 to 50 of A-Z a-z 0-9 _ -, as BotFather gave it");
    }
    if (!isBase(apiUrl)) {
      throw new IllegalArgumentException(
          "api-url must be http:// or https:// with a host, perhaps a port, and nothing after it");
    }
  }

  private static boolean isBase(URI url) {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    String rest = url.getRawPath() == null ? "" : url.getRawPath();
    return web
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && (rest.isEmpty() || rest.equals("/"))
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
