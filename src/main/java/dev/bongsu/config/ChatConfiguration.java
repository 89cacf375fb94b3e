package dev.bongsu.config;

import dev.bongsu.alert.AlertButtons;
import dev.bongsu.alert.AlertStore;
import dev.bongsu.alert.AlertWriter;
import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.conversation.CommandRouter;
import dev.bongsu.conversation.InboxProcessor;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.match.QueryIndex;
import dev.bongsu.match.StandingQueries;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.query.QueryParser;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// From articles to chats, and the conversation with them.
@Configuration(proxyBeanMethods = false)
@Import(DeliveryConfiguration.class)
class ChatConfiguration {

  @Bean
  ChatStore chatStore(Database database, InstantSource clock) {
    return new ChatStore(database, clock);
  }

  @Bean
  SubscriptionStore subscriptionStore(Database database, InstantSource clock) {
    return new SubscriptionStore(database, clock);
  }

  @Bean
  StandingQueries standingQueries(
      SubscriptionStore subscriptions,
      AnalysisChain chain,
      QueryCompiler compiler,
      QueryParser parser) {
    return new StandingQueries(subscriptions, new QueryIndex(chain, compiler), parser);
  }

  @Bean
  AlertStore alertStore(Database database) {
    return new AlertStore(database);
  }

  @Bean
  AlertWriter alertWriter(ArticleStore articles, AlertStore alerts, ButtonSigner seal) {
    return new AlertWriter(articles, alerts, new AlertButtons(seal));
  }

  @Bean
  OutboxStore outboxStore(
      Database database,
      InstantSource clock,
      Nudges nudges,
      ChatQueueStore queue,
      DeliveryStore deliveries) {
    return new OutboxStore(database, clock, nudges, queue, deliveries);
  }

  @Bean
  InboxStore inboxStore(
      Database database, InstantSource clock, LeaseSettings leases, Nudges nudges) {
    return new InboxStore(database, clock, leases, nudges);
  }

  @Bean
  InboxProcessor conversation(
      Database database,
      InboxStore inbox,
      OutboxStore outbox,
      ChatStore chats,
      CommandRouter reception,
      InstantSource clock) {
    return new InboxProcessor(database, inbox, outbox, chats, reception, clock);
  }
}
