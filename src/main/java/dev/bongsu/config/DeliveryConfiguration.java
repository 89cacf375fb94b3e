package dev.bongsu.config;

import dev.bongsu.alert.AlertWriter;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.delivery.ChatDelivery;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.DeliveryMetrics;
import dev.bongsu.delivery.DeliverySettings;
import dev.bongsu.delivery.OperatorNotices;
import dev.bongsu.delivery.OperatorSettings;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.OutboxTables;
import dev.bongsu.delivery.OutcomeRecorder;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.ChatStateStore;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// From the outbox to the platforms.
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  @Bean
  OutboxTables outboxTables(Database database, InstantSource clock, LeaseSettings leases) {
    return new OutboxTables(database, clock, leases);
  }

  @Bean
  ChatStateStore chatPresenceStore(Database database, InstantSource clock) {
    return new ChatStateStore(database, clock);
  }

  @Bean
  ChatLifecycle chatComings(
      OutboxTables tables,
      OutboxStore outbox,
      ChatStore chats,
      ChatStateStore presence,
      SubscriptionStore subscriptions,
      Database database) {
    KeeperStore keepers = new KeeperStore(database);
    return new ChatLifecycle(tables, outbox, chats, presence, subscriptions, keepers);
  }

  @Bean
  OperatorNotices operatorNotices(
      Database database,
      InstantSource clock,
      OutboxStore outbox,
      ChatStore chats,
      OperatorSettings settings) {
    return new OperatorNotices(database, clock, outbox, chats, settings);
  }

  @Bean
  PlatformTokens tokens(OutboxTables tables, OperatorNotices notices) {
    return new PlatformTokens(tables, notices);
  }

  @Bean
  OutcomeRecorder outcomes(
      OutboxTables tables,
      ChatLifecycle comings,
      OperatorNotices notices,
      DeliveryMetrics metrics,
      DeliverySettings settings) {
    return new OutcomeRecorder(tables, comings, notices, metrics, settings);
  }

  @Bean
  DeliveryMetrics deliveryMetrics(MeterRegistry registry, InstantSource clock) {
    return new DeliveryMetrics(registry, clock);
  }

  @Bean
  ChatDelivery chatDelivery(
      OutboxTables tables,
      ChatStore chats,
      AlertWriter alerts,
      List<ChatSender> senders,
      DeliverySettings settings,
      OutcomeRecorder outcomes) {
    return new ChatDelivery(tables, chats, alerts, senders, settings, outcomes);
  }
}
