package dev.bongsu.config;

import dev.bongsu.delivery.DeadLetterStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.StorageSettings;
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
    application.setLazyInitialization(true);
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
    TelegramConfiguration.class,
    SlackConfiguration.class,
    Startup.class
  })
  static class Bot {}

  /// What a person at the command line works with. Lazy: the database is opened by who asks for it.
  @Configuration(proxyBeanMethods = false)
  @Import({Settings.class, ReadingConfiguration.class})
  static class CommandTools {

    @Bean
    GuardedHttp guardedHttp(HttpSettings settings, InstantSource clock) {
      return new GuardedHttp(settings, clock, () -> 1);
    }

    /// Beside a running bot, and so without its lock, and without changing the tables.
    @Bean
    DataSources dataSources(StorageSettings settings) {
      return StorageConfiguration.open(settings);
    }

    @Bean
    DeadLetterStore deadLetterStore(
        DataSources sources, InstantSource clock, LeaseSettings leases) {
      Database database = new Database(sources);
      OutboxStore outbox = new OutboxStore(database, clock, leases, new Nudges(database));
      return new DeadLetterStore(database, clock, outbox);
    }
  }
}
