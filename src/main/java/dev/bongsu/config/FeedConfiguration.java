package dev.bongsu.config;

import dev.bongsu.archive.Archive;
import dev.bongsu.archive.ArchiveIndexer;
import dev.bongsu.archive.ArchiveSearch;
import dev.bongsu.archive.LookbackSearch;
import dev.bongsu.archive.QueryAdvisor;
import dev.bongsu.article.ArticleIntake;
import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.article.PageFetcher;
import dev.bongsu.article.SearchableArticleStore;
import dev.bongsu.article.TextQuotaStore;
import dev.bongsu.feed.AudienceStore;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.FeedDiscovery;
import dev.bongsu.feed.FeedPacks;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.feed.FeedStatisticsStore;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.FeedYieldStore;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.http.Proxies;
import dev.bongsu.http.RobotsStore;
import dev.bongsu.http.RobotsTxt;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.ChatStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// From feeds to articles, and the archive of recent articles.
@Configuration(proxyBeanMethods = false)
@Import({
  HostStore.class,
  FeedStore.class,
  AudienceStore.class,
  KeeperStore.class,
  FeedStatisticsStore.class,
  FeedDiscovery.class,
  FeedYieldStore.class,
  EntryKeyStore.class,
  ArticleStore.class,
  ArticleQueueStore.class,
  TextQuotaStore.class,
  ArticleIntake.class,
  RobotsStore.class,
  RobotsTxt.class,
  PageFetcher.class,
  SearchableArticleStore.class,
  Archive.class,
  ArchiveIndexer.class,
  ArchiveSearch.class,
  QueryAdvisor.class,
  LookbackSearch.class
})
class FeedConfiguration {

  @Bean
  FeedCatalogue feedCatalogue(FeedSettings settings) {
    return StartupFiles.catalogue(settings.catalogue(), settings.packs());
  }

  /// Spreads the polls before the loops start.
  @Bean(initMethod = "sync")
  FeedPacks feedPacks(Database database, FeedCatalogue catalogue, FeedStore feeds) {
    return new FeedPacks(database, catalogue, feeds);
  }

  @Bean
  GuardedHttp guardedHttp(
      HttpSettings settings, Proxies proxies, InstantSource clock, ChatStore chats) {
    return new GuardedHttp(settings, proxies, clock, chats::countActive);
  }
}
