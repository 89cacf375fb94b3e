package dev.bongsu.config;

import dev.bongsu.access.QuotaStore;
import dev.bongsu.alert.AlertStore;
import dev.bongsu.article.ArticleIntake;
import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.article.PageFetcher;
import dev.bongsu.chat.OperatorReporter;
import dev.bongsu.command.FeedImporter;
import dev.bongsu.conversation.InboxProcessor;
import dev.bongsu.delivery.ChatDelivery;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.RobotsStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.match.StandingQueries;
import dev.bongsu.pipeline.FeedNotices;
import dev.bongsu.pipeline.Pipeline;
import dev.bongsu.pipeline.PipelineMetrics;
import dev.bongsu.pipeline.PollFeeds;
import dev.bongsu.pipeline.ReadArticles;
import dev.bongsu.pipeline.RestoreCleanup;
import dev.bongsu.retention.ArticleRetention;
import dev.bongsu.retention.RetentionJob;
import dev.bongsu.retention.RetentionSettings;
import dev.bongsu.retention.RetentionSteps;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.RestoreSettings;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.UnusedQueryStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The four loops.
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

  @Bean
  PipelineMetrics flowMetrics(MeterRegistry registry) {
    return new PipelineMetrics(registry);
  }

  @Bean
  FeedNotices feedNotices(
      FeedStore feeds, ChatStore chats, OutboxStore outbox, OperatorReporter operator) {
    return new FeedNotices(feeds, chats, outbox, operator);
  }

  @Bean
  PollFeeds pollFeeds(
      FeedStore feeds,
      FeedFetcher fetcher,
      FeedNotices notices,
      ArticleIntake intake,
      Database database,
      PipelineMetrics metrics) {
    return new PollFeeds(feeds, fetcher, notices, intake, database, metrics);
  }

  /// Settled before the loops start.
  @Bean(initMethod = "dropAlreadySent")
  RestoreCleanup restored(
      RestoreSettings settings, Database database, ArticleQueueStore articles, OutboxStore outbox) {
    return new RestoreCleanup(settings, database, articles, outbox);
  }

  @Bean
  ReadArticles readArticles(
      ArticleQueueStore articles,
      PageFetcher pages,
      StandingQueries queries,
      AlertStore alerts,
      OutboxStore outbox,
      Database database,
      InstantSource clock,
      PipelineMetrics metrics) {
    return new ReadArticles(articles, pages, queries, alerts, outbox, database, clock, metrics);
  }

  @Bean
  ClaimPolicy terms(InstantSource clock, LeaseSettings leases, StorageMonitor watch) {
    return new ClaimPolicy(clock, leases.duration(), watch::isHealthy);
  }

  @Bean
  ArticleRetention articleRetention(
      Database database, ArticleStore articles, AlertStore alerts, EntryKeyStore keys) {
    return new ArticleRetention(database, articles, alerts, keys);
  }

  @Bean
  RetentionSteps retentionSteps(
      ArticleRetention articles,
      OutboxStore outbox,
      InboxStore inbox,
      QuotaStore quotas,
      HostStore hosts,
      Database database) {
    RobotsStore robots = new RobotsStore(database);
    UnusedQueryStore queries = new UnusedQueryStore(database);
    return new RetentionSteps(articles, outbox, inbox, quotas, hosts, robots, queries);
  }

  @Bean
  RetentionJob housekeeping(
      RetentionSteps steps,
      RetentionSettings keep,
      ClaimPolicy policy,
      LeaseSettings leases,
      Database database) {
    NamedLease lease = new NamedLease(database, policy.clock(), leases, "housekeeping");
    return new RetentionJob(steps, keep, policy, lease);
  }

  @Bean
  Pipeline pipeline(
      PollFeeds polling,
      ReadArticles reading,
      ChatDelivery delivery,
      InboxProcessor conversation,
      FeedImporter imports,
      Nudges nudges,
      ClaimPolicy policy) {
    return new Pipeline(polling, reading, delivery, conversation, imports, nudges, policy);
  }
}
