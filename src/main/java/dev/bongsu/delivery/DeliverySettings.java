package dev.bongsu.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The pace of messages.
///
/// @param maxPerHour alerts to one chat in an hour; further alerts are held and sent as one message
///   with all titles and links
/// @param repeatAfter the wait before a message whose arrival is unknown is sent a second time;
///   `0s`: it becomes a dead letter instead
/// @param telegramPerSecond messages to Telegram with one token in a second
/// @param telegramChatGap the shortest time between two messages to a person on Telegram
/// @param telegramGroupPerMinute messages to one group or channel on Telegram in a minute; at least
///   4
/// @param slackChannelGap the shortest time between two messages to one Slack channel
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
