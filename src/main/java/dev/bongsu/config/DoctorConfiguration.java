package dev.bongsu.config;

import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.http.Proxies;
import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackSettings;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSettings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/// What `doctor` looks at beside the parts of the other commands.
@Configuration(proxyBeanMethods = false)
class DoctorConfiguration {

  @Bean
  SettingsProblems settingsProblems(ConfigurableEnvironment environment) {
    return SettingsProblems.in(environment);
  }

  @Bean
  FeedCatalogue feedCatalogue(FeedSettings settings) {
    return StartupFiles.catalogue(settings.catalogue(), settings.packs());
  }

  @Bean
  NamedLease pollerLease(Database database, InstantSource clock, LeaseSettings leases) {
    return TelegramConfiguration.pollerLease(database, clock, leases);
  }

  @Bean
  TelegramApi telegramApi(TelegramSettings settings, Proxies proxies) {
    return new TelegramApi(settings, proxies, Duration.ZERO);
  }

  @Bean
  SlackClient slackClient(SlackSettings settings, Proxies proxies) {
    return new SlackClient(settings, proxies);
  }
}
