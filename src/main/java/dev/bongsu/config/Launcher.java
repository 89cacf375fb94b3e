package dev.bongsu.config;

import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeadLetterStore;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackSettings;
import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.StorageSettings;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;

/// Starts the program's parts.
public final class Launcher {
  /// Lucene warns that it has no vector instructions; without vectors it needs none.
  private static final String LUCENE_VECTOR_LOGGER =
      "org.apache.lucene.internal.vectorization.VectorizationProvider";

  private final String[] settings;

  /// Prepares a start.
  ///
  /// @param settings from the command line, as in `--bongsu.feed.interval=5m`
  public Launcher(String... settings) {
    this.settings = settings.clone();
  }

  /// Starts the bot; it runs until the context is closed or the process ends.
  public ConfigurableApplicationContext startBot() {
    SpringApplication application = new SpringApplication(BotConfiguration.class);
    application.setDefaultProperties(
        Map.of("spring.main.banner-mode", "off", "logging.level." + LUCENE_VECTOR_LOGGER, "error"));
    return application.run(settings);
  }

  /// Makes what the operator's commands work with; opens no database and no port.
  public ConfigurableApplicationContext openCommandLine() {
    return open(CommandLineConfiguration.class);
  }

  /// Makes what `doctor` looks at, whatever the settings are; each part is opened, and may fail,
  /// when it is asked for.
  public ConfigurableApplicationContext openDoctor() {
    return open(CommandLineConfiguration.class, DoctorConfiguration.class);
  }

  private ConfigurableApplicationContext open(Class<?>... parts) {
    SpringApplication application = new SpringApplication(parts);
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
    FeedConfiguration.class,
    ArchiveConfiguration.class,
    ChatConfiguration.class,
    CommandConfiguration.class,
    PipelineConfiguration.class,
    PlatformConfiguration.class,
    TelegramConfiguration.class,
    SlackConfiguration.class,
    StartupConfiguration.class
  })
  static class BotConfiguration {}

  /// What a person at the command line works with. Lazy: the database is opened by who asks for it.
  @Configuration(proxyBeanMethods = false)
  @Import({Settings.class, ReadingConfiguration.class})
  static class CommandLineConfiguration {

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
    Database database(DataSources sources) {
      return new Database(sources);
    }

    @Bean
    Nudges nudges(Database database) {
      return new Nudges(database);
    }

    @Bean
    DeadLetterStore deadLetterStore(
        Database database, InstantSource clock, LeaseSettings leases, Nudges nudges) {
      ChatQueueStore queue = new ChatQueueStore(database, clock, leases);
      DeliveryStore deliveries = new DeliveryStore(database, clock);
      OutboxStore outbox = new OutboxStore(database, clock, nudges, queue, deliveries);
      return new DeadLetterStore(database, clock, outbox);
    }

    @Bean
    FeedStore feedStore(
        Database database,
        InstantSource clock,
        LeaseSettings leases,
        HttpSettings http,
        FeedSettings settings,
        Nudges nudges) {
      HostStore hosts = new HostStore(database, clock, http);
      return FeedConfiguration.feedStore(database, clock, leases, hosts, settings, nudges);
    }

    @Bean
    ChatStore chatStore(Database database, InstantSource clock) {
      return new ChatStore(database, clock);
    }
  }

  /// What `doctor` looks at besides.
  @Configuration(proxyBeanMethods = false)
  static class DoctorConfiguration {

    @Bean
    SettingsProblems settingsProblems(ConfigurableEnvironment environment) {
      return new SettingsProblems(SettingsCheck.problems(environment));
    }

    @Bean
    FeedCatalogue feedCatalogue(FeedSettings settings) {
      return StartupFiles.catalogue(settings.catalogue());
    }

    @Bean
    NamedLease pollerLease(Database database, InstantSource clock, LeaseSettings leases) {
      return TelegramConfiguration.pollerLease(database, clock, leases);
    }

    @Bean
    TelegramApi telegramApi(TelegramSettings settings) {
      return new TelegramApi(settings, Duration.ZERO);
    }

    @Bean
    SlackClient slackClient(SlackSettings settings) {
      return new SlackClient(settings);
    }
  }
}
