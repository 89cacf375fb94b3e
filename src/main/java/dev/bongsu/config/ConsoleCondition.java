package dev.bongsu.config;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether the terminal is a chat: as the settings say, else if no platform has a token.
final class ConsoleCondition implements Condition {
  private static final List<String> TOKENS =
      List.of("bongsu.telegram.token", "bongsu.slack.bot-token");

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return isConsoleEnabled(context.getEnvironment());
  }

  static boolean isConsoleEnabled(Environment environment) {
    boolean alone = TOKENS.stream().allMatch(token -> environment.getProperty(token, "").isBlank());
    return environment.getProperty("bongsu.console.enabled", Boolean.class, alone);
  }
}
