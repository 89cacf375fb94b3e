package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Notices to the operator.
///
/// @param chat the chat that gets notices of failures beside the log, at most one in an hour of
///   each kind: `telegram:12345`, `slack:T1/C1`, `telegram:-100123#7` or `console`; blank for the
///   log alone
@ConfigurationProperties("bongsu.operator")
public record OperatorSettings(@DefaultValue("") String chat) {
  public OperatorSettings {
    chat = chat.strip();
    if (!chat.isEmpty() && ChatId.parse(chat).isEmpty()) {
      throw new IllegalArgumentException(
          "chat must be like telegram:12345, slack:T1/C1 or console, or blank");
    }
  }

  /// The operator's chat; null for the log alone.
  @Nullable ChatId id() {
    return ChatId.parse(chat).orElse(null);
  }
}
