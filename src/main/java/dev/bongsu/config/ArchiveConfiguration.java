package dev.bongsu.config;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.archive.Archive;
import dev.bongsu.archive.ArchiveIndexer;
import dev.bongsu.archive.ArchiveSearch;
import dev.bongsu.archive.ArchiveSettings;
import dev.bongsu.archive.LookbackSearch;
import dev.bongsu.archive.QueryAdvisor;
import dev.bongsu.article.ArticleStatusStore;
import dev.bongsu.article.SearchableArticleStore;
import dev.bongsu.command.ArticleTracer;
import dev.bongsu.command.ButtonQueryStore;
import dev.bongsu.command.SearchCommands;
import dev.bongsu.delivery.AlertStatusStore;
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
  SearchableArticleStore keptArticleStore(Database database) {
    return new SearchableArticleStore(database);
  }

  @Bean
  Archive archive(AnalysisChain chain) {
    return new Archive(chain);
  }

  @Bean
  ArchiveIndexer archiveTail(
      SearchableArticleStore articles,
      AnalysisChain chain,
      ArchiveSettings settings,
      InstantSource clock,
      Archive archive) {
    return new ArchiveIndexer(articles, chain, settings, clock, archive);
  }

  @Bean
  ArticleTracer articleFates(
      Database database,
      AlertStore alerts,
      SubscriptionStore subscriptions,
      QueryParser parser,
      QueryMatcher matcher) {
    return new ArticleTracer(
        new ArticleStatusStore(database),
        alerts,
        new AlertStatusStore(database),
        subscriptions,
        parser,
        matcher);
  }

  @Bean
  LookbackSearch pastArticles(
      Archive archive, QueryMatcher matcher, FeedStore feeds, Topics topics, InstantSource clock) {
    ArchiveSearch search = new ArchiveSearch(archive, matcher, feeds);
    QueryAdvisor advisor = new QueryAdvisor(archive, search, matcher, topics);
    return new LookbackSearch(archive, search, advisor, clock);
  }

  @Bean
  ButtonQueryStore askedQueryStore(Database database, InstantSource clock) {
    return new ButtonQueryStore(database, clock);
  }

  @Bean
  SearchCommands searchCommands(QueryParser parser, LookbackSearch past, ButtonQueryStore queries) {
    return new SearchCommands(parser, past, queries);
  }
}
