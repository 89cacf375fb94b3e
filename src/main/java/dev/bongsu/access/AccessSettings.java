package dev.bongsu.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may talk to the bot, and how much.
///
/// @param mode `open`: everybody; `closed`: the owners, and whom they let in. In Slack the
///   workspace decides who reaches the bot, and the terminal is its owner's
/// @param addFeeds who may add feeds
/// @param slackChannels ids of the channels of Slack the bot answers in; none means all. Direct
///   messages are always answered
/// @param subscriptions most subscriptions of a chat
/// @param feedsPerDay most new feeds of a chat in a day
/// @param commandsPerMinute most commands of a person in a minute; the rest is passed over
@ConfigurationProperties("bongsu.access")
public record AccessSettings(
    @DefaultValue("closed") Mode mode,
    @DefaultValue("everyone") AddFeeds addFeeds,
    @DefaultValue List<String> slackChannels,
    @DefaultValue("50") int subscriptions,
    @DefaultValue("20") int feedsPerDay,
    @DefaultValue("20") int commandsPerMinute) {

  public AccessSettings {
    slackChannels = slackChannels.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    check(subscriptions, "subscriptions");
    check(feedsPerDay, "feeds-per-day");
    check(commandsPerMinute, "commands-per-minute");
  }

  private static void check(int number, String name) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be at least 1");
    }
  }

  /// Who may talk to the bot.
  public enum Mode {
    OPEN,
    CLOSED
  }

  /// Who may add feeds.
  public enum AddFeeds {
    EVERYONE,
    OWNER
  }
}
