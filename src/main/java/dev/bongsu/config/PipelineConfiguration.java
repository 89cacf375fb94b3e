package dev.bongsu.config;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.http.RobotsStore;
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
import dev.bongsu.storage.RestoreSettings;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.subscription.UnusedQueryStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The six loops, and the nightly deletion of what is too old.
@Configuration(proxyBeanMethods = false)
@Import({
  PipelineMetrics.class,
  FeedNotices.class,
  PollFeeds.class,
  ReadArticles.class,
  RobotsStore.class,
  UnusedQueryStore.class,
  ArticleRetention.class,
  RetentionSteps.class,
  Pipeline.class
})
class PipelineConfiguration {

  /// Runs before the loops start.
  @Bean(initMethod = "dropAlreadySent")
  RestoreCleanup restoreCleanup(
      RestoreSettings settings, Database database, ArticleQueueStore articles, OutboxStore outbox) {
    return new RestoreCleanup(settings, database, articles, outbox);
  }

  @Bean
  ClaimPolicy claimPolicy(InstantSource clock, LeaseSettings leases, StorageMonitor monitor) {
    return new ClaimPolicy(clock, leases.duration(), monitor::isHealthy);
  }

  @Bean
  RetentionJob retentionJob(
      RetentionSteps steps,
      RetentionSettings settings,
      ClaimPolicy claims,
      LeaseSettings leases,
      Database database) {
    NamedLease lease = new NamedLease(database, claims.clock(), leases, "housekeeping");
    return new RetentionJob(steps, settings, claims, lease);
  }
}
