package dev.bongsu.config;

import dev.bongsu.conversation.CommandForms;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.inbox.InboxStore;
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
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Slack, when there is a bot token.
@Configuration(proxyBeanMethods = false)
@Conditional(SlackConfiguration.HasBotToken.class)
class SlackConfiguration {

  @Bean
  SlackClient slackClient(SlackSettings settings) {
    return new SlackClient(settings);
  }

  @Bean
  SlackSender slackSender(SlackClient client) {
    return new SlackSender(client);
  }

  @Bean
  SlackMembers slackMembers() {
    return new SlackMembers();
  }

  @Bean
  SlackForms slackForms(SlackClient client, CommandForms forms) {
    return new SlackForms(client, forms);
  }

  @Bean
  SlackInbox slackInbox(
      InboxStore inbox, SlackClient client, SlackForms forms, InstantSource clock) {
    return new SlackInbox(inbox, client, forms, clock);
  }

  @Bean
  SlackRequestHandler slackRequests(
      SlackClient client,
      SlackSender sender,
      SlackInbox inbox,
      ChatLifecycle comings,
      PlatformTokens tokens) {
    return new SlackRequestHandler(
        client, inbox, new SlackMembershipEvents(comings, tokens, sender.account()));
  }

  /// Slack speaks through a connection that we open.
  @Configuration(proxyBeanMethods = false)
  @Conditional(HasAppToken.class)
  static class SocketMode {

    @Bean
    SlackSocket slackSocket(SlackClient client, SlackRequestHandler requests) {
      return new SlackSocket(client, requests);
    }
  }

  /// Slack calls us.
  @Configuration(proxyBeanMethods = false)
  @Conditional(HasNoAppToken.class)
  static class HttpMode {

    @Bean
    SlackEventsController slackEventsController(
        SlackRequestHandler requests, SlackSettings settings, InstantSource clock) {
      return new SlackEventsController(requests, settings, clock);
    }
  }

  /// Whether Slack has to reach us, so that loopback is not enough.
  static boolean usesHttpMode(Environment environment) {
    return isSet(environment, "bot-token") && !isSet(environment, "app-token");
  }

  private static boolean isSet(Environment environment, String name) {
    return !environment.getProperty("bongsu.slack." + name, "").isBlank();
  }

  static final class HasBotToken implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isSet(context.getEnvironment(), "bot-token");
    }
  }

  static final class HasAppToken implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isSet(context.getEnvironment(), "app-token");
    }
  }

  static final class HasNoAppToken implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !isSet(context.getEnvironment(), "app-token");
    }
  }
}
