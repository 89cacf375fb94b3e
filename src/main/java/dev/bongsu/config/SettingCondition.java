package dev.bongsu.config;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Evaluates [ConditionalOnSetting].
final class SettingCondition implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    MergedAnnotation<ConditionalOnSetting> condition =
        metadata.getAnnotations().get(ConditionalOnSetting.class);
    return isGiven(context.getEnvironment(), condition.getString("value"))
        == condition.getBoolean("given");
  }

  static boolean isGiven(Environment environment, String setting) {
    return !environment.getProperty(setting, "").isBlank();
  }
}
