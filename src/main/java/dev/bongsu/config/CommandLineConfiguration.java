package dev.bongsu.config;

import dev.bongsu.article.ArticleStore;
import dev.bongsu.command.FeedYields;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeadLetterStore;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.feed.AudienceStore;
import dev.bongsu.feed.FeedStatisticsStore;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.FeedYieldStore;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.http.Proxies;
import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.StorageSettings;
import dev.bongsu.subscription.ChatStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What the operator's commands work with. Lazy: the database is opened when a command asks for it.
@Configuration(proxyBeanMethods = false)
@Import({
  Settings.class,
  ReadingConfiguration.class,
  Database.class,
  Nudges.class,
  ChatQueueStore.class,
  DeliveryStore.class,
  OutboxStore.class,
  DeadLetterStore.class,
  HostStore.class,
  FeedStore.class,
  AudienceStore.class,
  KeeperStore.class,
  FeedStatisticsStore.class,
  ChatStore.class,
  ArticleStore.class,
  SentAlertStore.class,
  FeedYieldStore.class,
  FeedYields.class
})
class CommandLineConfiguration {

  @Bean
  GuardedHttp guardedHttp(HttpSettings settings, Proxies proxies, InstantSource clock) {
    return new GuardedHttp(settings, proxies, clock, () -> 1);
  }

  /// Without the lock of a running bot, and without changing the tables.
  @Bean
  DataSources dataSources(StorageSettings settings) {
    return StorageConfiguration.open(settings);
  }
}
