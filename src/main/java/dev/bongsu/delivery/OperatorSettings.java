package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the operator is.
///
/// @param chat as in `telegram:12345`, `slack:T1/C1`, `telegram:-100123#7` or `console`; blank for
///   the log alone
@ConfigurationProperties("bongsu.operator")
public record OperatorSettings(@DefaultValue("") String chat) {
  private static final Pattern CHAT =
      Pattern.compile(
          "(?<platform>telegram|slack):(?:(?<workspace>[^#\\s]+)/)?(?<channel>[^/#\\s]+)"
              + "(?:#(?<thread>[^#\\s]+))?");

  public OperatorSettings {
    chat = chat.strip();
    if (!chat.isEmpty() && !chat.equals("console") && !CHAT.matcher(chat).matches()) {
      throw new IllegalArgumentException(
          "chat must be like telegram:12345, slack:T1/C1 or console, or blank");
    }
  }

  /// The operator's chat; null for the log alone.
  @Nullable ChatId id() {
    if (chat.equals("console")) {
      return ChatId.console();
    }
    Matcher parts = CHAT.matcher(chat);
    return parts.matches()
        ? new ChatId(
            Platform.of(parts.group("platform")),
            orBlank(parts.group("workspace")),
            parts.group("channel"),
            orBlank(parts.group("thread")))
        : null;
  }

  private static String orBlank(@Nullable String part) {
    return part == null ? "" : part;
  }
}
