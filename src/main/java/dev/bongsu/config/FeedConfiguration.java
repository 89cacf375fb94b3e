package dev.bongsu.config;

import dev.bongsu.article.ArticleIntake;
import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.ArticleSettings;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.article.PageFetcher;
import dev.bongsu.feed.FeedDiscovery;
import dev.bongsu.feed.FeedSchedule;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.http.RobotsTxt;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.RestoreSettings;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.syndication.FeedParser;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// From feeds to articles.
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

  @Bean
  GuardedHttp guardedHttp(HttpSettings settings, InstantSource clock, ChatStore chats) {
    return new GuardedHttp(settings, clock, chats::countActive);
  }

  @Bean
  HostStore hostStore(Database database, InstantSource clock, HttpSettings settings) {
    return new HostStore(database, clock, settings);
  }

  @Bean
  static FeedStore feedStore(
      Database database,
      InstantSource clock,
      LeaseSettings leases,
      HostStore hosts,
      FeedSettings settings,
      Nudges nudges) {
    FeedSchedule schedule =
        new FeedSchedule(settings, () -> ThreadLocalRandom.current().nextDouble());
    return new FeedStore(database, clock, leases, hosts, schedule, nudges);
  }

  @Bean
  FeedDiscovery feedDiscovery(GuardedHttp http, FeedParser parser) {
    return new FeedDiscovery(http, parser);
  }

  @Bean
  EntryKeyStore entryKeyStore(Database database, InstantSource clock) {
    return new EntryKeyStore(database, clock);
  }

  @Bean
  ArticleStore articleStore(
      Database database, InstantSource clock, ArticleSettings settings, Nudges nudges) {
    return new ArticleStore(database, clock, settings, nudges);
  }

  @Bean
  ArticleQueueStore articleQueueStore(
      Database database,
      InstantSource clock,
      LeaseSettings leases,
      HostStore hosts,
      ArticleSettings settings) {
    return new ArticleQueueStore(database, clock, leases, hosts, settings);
  }

  @Bean
  ArticleIntake articleIntake(EntryKeyStore keys, ArticleStore articles, RestoreSettings restore) {
    return new ArticleIntake(keys, articles, restore);
  }

  @Bean
  RobotsTxt robots(GuardedHttp http, Database database, InstantSource clock) {
    return new RobotsTxt(http, database, clock);
  }

  @Bean
  PageFetcher pageFetcher(
      GuardedHttp http,
      ArticleReader reader,
      HostStore hosts,
      RobotsTxt robots,
      InstantSource clock) {
    return new PageFetcher(http, reader, hosts, robots, clock);
  }
}
