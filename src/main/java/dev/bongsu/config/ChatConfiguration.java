package dev.bongsu.config;

import dev.bongsu.alert.AlertButtons;
import dev.bongsu.alert.AlertStore;
import dev.bongsu.alert.AlertWriter;
import dev.bongsu.delivery.ChatDelivery;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.ChatMerger;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeliveryDispatcher;
import dev.bongsu.delivery.DeliveryMetrics;
import dev.bongsu.delivery.DeliveryRenderer;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OperatorNotices;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.OutcomeRecorder;
import dev.bongsu.delivery.OutcomeReporter;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.delivery.SilentTopics;
import dev.bongsu.delivery.TokenRateLimiter;
import dev.bongsu.match.QueryIndex;
import dev.bongsu.match.StandingQueries;
import dev.bongsu.subscription.ChatStateStore;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// From articles to chats: standing queries, alerts, the outbox and its delivery.
@Configuration(proxyBeanMethods = false)
@Import({
  ChatStore.class,
  SubscriptionStore.class,
  QueryIndex.class,
  StandingQueries.class,
  AlertStore.class,
  AlertButtons.class,
  AlertWriter.class,
  ChatQueueStore.class,
  DeliveryStore.class,
  OutboxStore.class,
  TokenRateLimiter.class,
  ChatStateStore.class,
  ChatMerger.class,
  SilentTopics.class,
  ChatLifecycle.class,
  OperatorNotices.class,
  PlatformTokens.class,
  DeliveryMetrics.class,
  DeliveryDispatcher.class,
  DeliveryRenderer.class,
  OutcomeRecorder.class,
  OutcomeReporter.class,
  ChatDelivery.class
})
class ChatConfiguration {}
