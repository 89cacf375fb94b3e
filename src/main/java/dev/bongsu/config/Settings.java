package dev.bongsu.config;

import dev.bongsu.access.AccessSettings;
import dev.bongsu.archive.ArchiveSettings;
import dev.bongsu.article.ArticleSettings;
import dev.bongsu.console.ConsoleSettings;
import dev.bongsu.delivery.DeliverySettings;
import dev.bongsu.delivery.OperatorSettings;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.http.ProxySettings;
import dev.bongsu.retention.RetentionSettings;
import dev.bongsu.slack.SlackSettings;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.RestoreSettings;
import dev.bongsu.storage.StorageSettings;
import dev.bongsu.telegram.TelegramSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// All settings records: Boot binds them and [SettingsProblems] checks them.
@EnableConfigurationProperties({
  AccessSettings.class,
  ArchiveSettings.class,
  ArticleSettings.class,
  ConsoleSettings.class,
  DeliverySettings.class,
  FeedSettings.class,
  HttpSettings.class,
  ProxySettings.class,
  RetentionSettings.class,
  LeaseSettings.class,
  OperatorSettings.class,
  RestoreSettings.class,
  ServerSettings.class,
  SlackSettings.class,
  StorageSettings.class,
  TelegramSettings.class
})
final class Settings {
  private Settings() {}

  static List<Setting> all() {
    EnableConfigurationProperties records =
        Objects.requireNonNull(Settings.class.getAnnotation(EnableConfigurationProperties.class));
    return Arrays.stream(records.value()).flatMap(Setting::of).toList();
  }
}
