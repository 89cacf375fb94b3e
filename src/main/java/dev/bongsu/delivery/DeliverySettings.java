package dev.bongsu.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How fast and how often messages are sent.
///
/// @param maxPerHour alerts to one chat before the rest is held and sent as one message
/// @param repeatAfter the wait before the one repeat of a send with an unknown result
/// @param telegramPerSecond messages with one token
/// @param telegramChatGap between two messages to a person
/// @param telegramGroupPerMinute messages to one group or channel
/// @param slackChannelGap between two messages to one channel
@ConfigurationProperties("bongsu.delivery")
public record DeliverySettings(
    @DefaultValue("60") int maxPerHour,
    @DefaultValue("60s") Duration repeatAfter,
    @DefaultValue("30") int telegramPerSecond,
    @DefaultValue("1s") Duration telegramChatGap,
    @DefaultValue("20") int telegramGroupPerMinute,
    @DefaultValue("1s") Duration slackChannelGap) {
  private static final int MIN_PER_MINUTE = 4;

  public DeliverySettings {
    atLeast(1, maxPerHour, "max-per-hour");
    atLeast(1, telegramPerSecond, "telegram-per-second");
    atLeast(MIN_PER_MINUTE, telegramGroupPerMinute, "telegram-group-per-minute");
    notNegative(repeatAfter, "repeat-after");
    notNegative(telegramChatGap, "telegram-chat-gap");
    notNegative(slackChannelGap, "slack-channel-gap");
  }

  private static void atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException("%s must be at least %d".formatted(name, least));
    }
  }

  private static void notNegative(Duration value, String name) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative");
    }
  }
}
