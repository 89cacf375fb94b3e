package dev.bongsu.config;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.archive.Advisor;
import dev.bongsu.archive.Archive;
import dev.bongsu.archive.ArchiveSearch;
import dev.bongsu.archive.ArchiveSettings;
import dev.bongsu.archive.ArchiveTail;
import dev.bongsu.archive.PastArticles;
import dev.bongsu.article.KeptArticleStore;
import dev.bongsu.article.SeenArticleStore;
import dev.bongsu.command.ArticleFates;
import dev.bongsu.command.AskedQueryStore;
import dev.bongsu.command.SearchCommands;
import dev.bongsu.delivery.AlertFateStore;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.Topics;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Recent articles, to search in, and what became of them.
@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

  @Bean
  KeptArticleStore keptArticleStore(Database database) {
    return new KeptArticleStore(database);
  }

  @Bean
  Archive archive(AnalysisChain chain) {
    return new Archive(chain);
  }

  @Bean
  ArchiveTail archiveTail(
      KeptArticleStore articles,
      AnalysisChain chain,
      ArchiveSettings settings,
      InstantSource clock,
      Archive archive) {
    return new ArchiveTail(articles, chain, settings, clock, archive);
  }

  @Bean
  ArticleFates articleFates(
      Database database,
      AlertStore alerts,
      SubscriptionStore subscriptions,
      QueryParser parser,
      QueryMatcher matcher) {
    return new ArticleFates(
        new SeenArticleStore(database),
        alerts,
        new AlertFateStore(database),
        subscriptions,
        parser,
        matcher);
  }

  @Bean
  PastArticles pastArticles(
      Archive archive, QueryMatcher matcher, FeedStore feeds, Topics topics, InstantSource clock) {
    ArchiveSearch search = new ArchiveSearch(archive, matcher, feeds);
    Advisor advisor = new Advisor(archive, search, matcher, topics);
    return new PastArticles(archive, search, advisor, clock);
  }

  @Bean
  AskedQueryStore askedQueryStore(Database database, InstantSource clock) {
    return new AskedQueryStore(database, clock);
  }

  @Bean
  SearchCommands searchCommands(QueryParser parser, PastArticles past, AskedQueryStore queries) {
    return new SearchCommands(parser, past, queries);
  }
}
