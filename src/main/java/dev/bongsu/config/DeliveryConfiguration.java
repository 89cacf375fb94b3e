package dev.bongsu.config;

import dev.bongsu.alert.AlertWriter;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.delivery.ChatDelivery;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeliveryDispatcher;
import dev.bongsu.delivery.DeliveryMetrics;
import dev.bongsu.delivery.DeliveryRenderer;
import dev.bongsu.delivery.DeliverySettings;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OperatorNotices;
import dev.bongsu.delivery.OperatorSettings;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.OutcomeRecorder;
import dev.bongsu.delivery.OutcomeReporter;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.delivery.TokenRateLimiter;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.storage.ClaimPolicy;
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
  ChatQueueStore chatQueueStore(Database database, InstantSource clock, LeaseSettings leases) {
    return new ChatQueueStore(database, clock, leases);
  }

  @Bean
  DeliveryStore deliveryStore(Database database, InstantSource clock) {
    return new DeliveryStore(database, clock);
  }

  @Bean
  TokenRateLimiter tokenRateLimiter(
      Database database, InstantSource clock, DeliverySettings settings) {
    return new TokenRateLimiter(database, clock, settings);
  }

  @Bean
  ChatStateStore chatPresenceStore(Database database, InstantSource clock) {
    return new ChatStateStore(database, clock);
  }

  @Bean
  ChatLifecycle chatComings(
      Database database,
      OutboxStore outbox,
      ChatStore chats,
      ChatStateStore presence,
      SubscriptionStore subscriptions) {
    KeeperStore keepers = new KeeperStore(database);
    return new ChatLifecycle(database, outbox, chats, presence, subscriptions, keepers);
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
  PlatformTokens tokens(TokenRateLimiter limiter, OperatorNotices notices) {
    return new PlatformTokens(limiter, notices);
  }

  @Bean
  DeliveryDispatcher deliveryDispatcher(
      Database database,
      ChatQueueStore queue,
      DeliveryStore deliveries,
      TokenRateLimiter limiter,
      ChatStore chats,
      List<ChatSender> senders,
      DeliverySettings settings) {
    return new DeliveryDispatcher(
        database, queue, deliveries, limiter, chats, senders, settings);
  }

  @Bean
  OutcomeRecorder outcomes(
      InstantSource clock,
      DeliveryDispatcher dispatcher,
      ChatQueueStore queue,
      DeliveryStore deliveries,
      TokenRateLimiter limiter,
      ChatLifecycle lifecycle,
      DeliverySettings settings) {
    return new OutcomeRecorder(
        clock, dispatcher, queue, deliveries, limiter, lifecycle, settings);
  }

  @Bean
  OutcomeReporter outcomeReporter(
      DeliveryStore deliveries, OperatorNotices notices, DeliveryMetrics metrics) {
    return new OutcomeReporter(deliveries, notices, metrics);
  }

  @Bean
  DeliveryRenderer deliveryRenderer(AlertWriter alerts, DeliveryStore deliveries) {
    return new DeliveryRenderer(alerts, deliveries);
  }

  @Bean
  DeliveryMetrics deliveryMetrics(MeterRegistry registry, InstantSource clock) {
    return new DeliveryMetrics(registry, clock);
  }

  @Bean
  ChatDelivery chatDelivery(
      Database database,
      ClaimPolicy policy,
      DeliveryDispatcher queue,
      List<ChatSender> senders,
      DeliveryRenderer renderer,
      OutcomeRecorder outcomes,
      OutcomeReporter reporter) {
    return new ChatDelivery(database, policy, queue, senders, renderer, outcomes, reporter);
  }
}
