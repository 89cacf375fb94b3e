package dev.bongsu.config;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// The default of `server.address`: loopback, or all interfaces if Slack has to reach the bot.
public final class ListenAddress implements EnvironmentPostProcessor, Ordered {
  private static final String SETTING = "server.address";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String address = SlackConfiguration.usesHttpMode(environment) ? "0.0.0.0" : "127.0.0.1";
    if (environment.getProperty(SETTING, "").isBlank()) {
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("listen address", Map.of(SETTING, address)));
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
