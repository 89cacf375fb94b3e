package dev.bongsu.chat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of a conversation: a Telegram chat or forum topic, a Slack channel or direct message
/// (or a thread in one), or the console.
///
/// @param workspace of Slack (with its enterprise, if any), so that equal channel ids of two
///   workspaces never mix; blank elsewhere
/// @param channel the platform's id of the chat or channel; not blank
/// @param thread the forum topic or thread; blank for the chat itself
public record ChatId(Platform platform, String workspace, String channel, String thread) {
  private static final Pattern TEXT_FORM =
      Pattern.compile(
          "(?<platform>telegram|slack):(?:(?<workspace>[^#\\s]+)/)?(?<channel>[^/#\\s]+)"
              + "(?:#(?<thread>[^#\\s]+))?");

  public ChatId {
    if (channel.isBlank()) {
      throw new IllegalArgumentException("channel is blank");
    }
  }

  /// Parses `telegram:12345`, `telegram:-100123#7`, `slack:T1/C1` or `console`; empty for anything
  /// else.
  public static Optional<ChatId> parse(String text) {
    if (text.equals("console")) {
      return Optional.of(console());
    }
    Matcher parts = TEXT_FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new ChatId(
                Platform.of(parts.group("platform")),
                orBlank(parts.group("workspace")),
                parts.group("channel"),
                orBlank(parts.group("thread"))))
        : Optional.empty();
  }

  private static String orBlank(@Nullable String part) {
    return part == null ? "" : part;
  }

  /// The terminal's only chat.
  public static ChatId console() {
    return new ChatId(Platform.CONSOLE, "", "console", "");
  }

  /// As in settings and logs: `telegram:12345`, `slack:T1/C1`, `telegram:12345#7`.
  @Override
  public String toString() {
    String space = workspace.isEmpty() ? "" : workspace + "/";
    return platform.code() + ":" + space + channel + (thread.isEmpty() ? "" : "#" + thread);
  }
}
