package dev.bongsu.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Matches if a setting has a value that is not blank; with `given = false` if it has none.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(ConditionalOnSetting.Given.class)
@interface ConditionalOnSetting {

  /// The setting's name.
  String value();

  boolean given() default true;

  /// Whether a setting has a value that is not blank.
  final class Given implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      MergedAnnotation<ConditionalOnSetting> condition =
          metadata.getAnnotations().get(ConditionalOnSetting.class);
      return test(context.getEnvironment(), condition.getString("value"))
          == condition.getBoolean("given");
    }

    static boolean test(Environment environment, String setting) {
      return !environment.getProperty(setting, "").isBlank();
    }
  }
}
