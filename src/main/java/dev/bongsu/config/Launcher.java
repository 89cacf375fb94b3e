package dev.bongsu.config;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the bot, or makes the smaller contexts of the operator's commands.
public final class Launcher {
  /// Lucene warns that it has no vector instructions; without vectors it needs none.
  private static final String LUCENE_VECTOR_LOGGER =
      "org.apache.lucene.internal.vectorization.VectorizationProvider";

  /// It quotes the cookies of strangers that it does not take.
  private static final String COOKIE_LOGGER =
      "org.apache.hc.client5.http.protocol.ResponseProcessCookies";

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "spring.main.banner-mode",
          "off",
          "logging.level." + LUCENE_VECTOR_LOGGER,
          "error",
          "logging.level." + COOKIE_LOGGER,
          "error");

  private final String[] settings;

  /// Prepares a start.
  ///
  /// @param settings from the command line, as in `--bongsu.feed.interval=5m`
  public Launcher(String... settings) {
    this.settings = settings.clone();
  }

  /// Starts the bot; it runs until the context is closed or the process ends.
  public ConfigurableApplicationContext startBot() {
    return bot().run(settings);
  }

  /// Runs the bot with a chat and feeds of its own for some seconds, for the virtual machine to
  /// learn from; of the settings none is used.
  ///
  /// @return whether everything was answered in time
  public boolean train() {
    return Training.run(bot());
  }

  private static SpringApplication bot() {
    SpringApplication application = new SpringApplication(BotConfiguration.class);
    application.setDefaultProperties(DEFAULTS);
    return application;
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
    application.setDefaultProperties(DEFAULTS);
    return application.run(settings);
  }
}
