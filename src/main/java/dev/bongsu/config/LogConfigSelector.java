package dev.bongsu.config;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Selects the logging configuration: to the file and to stderr; only warnings to stderr if the
/// terminal is a chat; none for the operator's commands, which print their own errors.
public final class LogConfigSelector implements EnvironmentPostProcessor, Ordered {
  private static final String SETTING = "logging.config";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.containsProperty(SETTING)) {
      String file = "classpath:logging/%s.xml".formatted(choose(environment, application));
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("log choice", Map.of(SETTING, file)));
    }
  }

  private static String choose(ConfigurableEnvironment environment, SpringApplication application) {
    if (application.getWebApplicationType() == WebApplicationType.NONE) {
      return "command";
    }
    return ConsoleCondition.isConsoleEnabled(environment) ? "terminal" : "service";
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
