package dev.bongsu.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Keeps Boot from printing a failed start: [StartupFailure] prints one line for each problem.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SilentExceptionReporter implements SpringBootExceptionReporter {

  SilentExceptionReporter(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    return true;
  }
}
