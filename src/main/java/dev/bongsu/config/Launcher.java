package dev.bongsu.config;

import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Starts the program's parts.
public final class Launcher {
  private final String[] settings;

  /// Prepares a start.
  ///
  /// @param settings from the command line, as in `--bongsu.feed.interval=5m`
  public Launcher(String... settings) {
    this.settings = settings.clone();
  }

  /// Starts the bot; it runs until the context is closed or the process ends.
  public ConfigurableApplicationContext startBot() {
    SpringApplication application = new SpringApplication(Bot.class);
    application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
    return application.run(settings);
  }

  /// Makes what the operator's commands work with; opens no database and no port.
  public ConfigurableApplicationContext openTools() {
    SpringApplication application = new SpringApplication(CommandTools.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
    return application.run(settings);
  }

  /// All of the bot.
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({
    Settings.class,
    StorageConfiguration.class,
    ReadingConfiguration.class,
    NewsConfiguration.class,
    ChatConfiguration.class,
    PipelineConfiguration.class,
    PlatformConfiguration.class,
    SlackConfiguration.class,
    Startup.class
  })
  static class Bot {}

  /// What reads feeds and pages, for a person at the command line.
  @Configuration(proxyBeanMethods = false)
  @Import({Settings.class, ReadingConfiguration.class})
  static class CommandTools {

    @Bean
    GuardedHttp guardedHttp(HttpSettings settings, InstantSource clock) {
      return new GuardedHttp(settings, clock, () -> 1);
    }
  }
}
