package dev.bongsu.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/// Matches if a setting has a value that is not blank; with `given = false` if it has none.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(SettingCondition.class)
@interface ConditionalOnSetting {

  /// The setting's name.
  String value();

  boolean given() default true;
}
