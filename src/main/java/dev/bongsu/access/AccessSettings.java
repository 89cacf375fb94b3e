package dev.bongsu.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may use the bot, and how much.
///
/// @param mode `open`: everybody may use the bot. `closed`: only its owners and the people they
///   invite; the first start prints a code that makes its sender an owner. Slack workspaces and the
///   terminal are always open
/// @param addFeeds who may add feeds: `everyone` or `owner`
/// @param slackChannels ids of the Slack channels in which the bot answers; none means all. The bot
///   always answers direct messages
/// @param subscriptions the largest number of subscriptions of a chat
/// @param feedsPerDay the largest number of new feeds of a chat in a day
/// @param commandsPerMinute the largest number of commands of a person in a minute; the bot ignores
///   further ones
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
