package dev.bongsu.config;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Matches if the terminal is a chat: as `bongsu.console.enabled` says; without it, if no platform
/// has a token.
final class ConsoleCondition implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return isConsoleEnabled(context.getEnvironment());
  }

  static boolean isConsoleEnabled(Environment environment) {
    boolean alone =
        !ConditionalOnSetting.Given.test(environment, TelegramConfiguration.TOKEN)
            && !ConditionalOnSetting.Given.test(environment, SlackConfiguration.BOT_TOKEN);
    return environment.getProperty("bongsu.console.enabled", Boolean.class, alone);
  }
}
