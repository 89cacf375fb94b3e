package dev.bongsu.config;

import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackEventsController;
import dev.bongsu.slack.SlackForms;
import dev.bongsu.slack.SlackInbox;
import dev.bongsu.slack.SlackMembers;
import dev.bongsu.slack.SlackMembershipEvents;
import dev.bongsu.slack.SlackRequestHandler;
import dev.bongsu.slack.SlackSender;
import dev.bongsu.slack.SlackSettings;
import dev.bongsu.slack.SlackSocket;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// Slack, if there is a bot token.
@Configuration(proxyBeanMethods = false)
@ConditionalOnSetting(SlackConfiguration.BOT_TOKEN)
@Import({
  SlackClient.class,
  SlackSender.class,
  SlackMembers.class,
  SlackForms.class,
  SlackInbox.class,
  SlackRequestHandler.class
})
class SlackConfiguration {
  static final String BOT_TOKEN = "bongsu.slack.bot-token";
  private static final String APP_TOKEN = "bongsu.slack.app-token";

  @Bean
  SlackMembershipEvents slackMembershipEvents(
      ChatLifecycle lifecycle, PlatformTokens tokens, SlackSender sender) {
    return new SlackMembershipEvents(lifecycle, tokens, sender.account());
  }

  /// Socket Mode: the bot opens a connection to Slack.
  @Bean
  @ConditionalOnSetting(APP_TOKEN)
  SlackSocket slackSocket(SlackClient client, SlackRequestHandler requests) {
    return new SlackSocket(client, requests);
  }

  /// HTTP mode: Slack calls the bot.
  @Bean
  @ConditionalOnSetting(value = APP_TOKEN, given = false)
  SlackEventsController slackEventsController(
      SlackRequestHandler requests, SlackSettings settings, InstantSource clock) {
    return new SlackEventsController(requests, settings, clock);
  }

  /// Whether Slack has to reach the bot, so that loopback is not enough.
  static boolean usesHttpMode(Environment environment) {
    return ConditionalOnSetting.Given.test(environment, BOT_TOKEN)
        && !ConditionalOnSetting.Given.test(environment, APP_TOKEN);
  }
}
