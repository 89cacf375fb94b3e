package dev.bongsu.config;

import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramLoop;
import dev.bongsu.telegram.TelegramMembers;
import dev.bongsu.telegram.TelegramPoller;
import dev.bongsu.telegram.TelegramSender;
import dev.bongsu.telegram.TelegramSettings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Telegram, when there is a token for it.
@Configuration(proxyBeanMethods = false)
@Conditional(TelegramConfiguration.HasToken.class)
@Import(TelegramConfiguration.TelegramBeans.class)
class TelegramConfiguration {
  private static final Duration MAX_LONG_POLL = Duration.ofSeconds(30);

  @Bean
  TelegramLoop telegramLoop(
      TelegramPoller poller,
      Database database,
      InstantSource clock,
      LeaseSettings leases,
      StorageMonitor watch) {
    NamedLease lease = pollerLease(database, clock, leases);
    return new TelegramLoop(poller, lease, watch);
  }

  /// Held by the node that fetches updates.
  static NamedLease pollerLease(Database database, InstantSource clock, LeaseSettings leases) {
    return new NamedLease(database, clock, leases, "telegram-poller");
  }

  /// How long a poll may wait for news: it must end, and the next begin, while the lease holds.
  static Duration longPoll(LeaseSettings leases) {
    Duration half = leases.claimDuration().dividedBy(2);
    return half.compareTo(MAX_LONG_POLL) < 0 ? half : MAX_LONG_POLL;
  }

  /// What Telegram needs, not yet in motion.
  @Configuration(proxyBeanMethods = false)
  static class TelegramBeans {

    @Bean
    TelegramApi telegramApi(TelegramSettings settings, LeaseSettings leases) {
      return new TelegramApi(settings, longPoll(leases));
    }

    @Bean
    TelegramSender telegramSender(TelegramApi api) {
      return new TelegramSender(api);
    }

    @Bean
    TelegramMembers telegramMembers(TelegramApi api) {
      return new TelegramMembers(api);
    }

    @Bean
    TelegramPoller telegramPoller(
        TelegramApi api,
        InboxStore inbox,
        ChatLifecycle comings,
        PlatformTokens tokens,
        InstantSource clock,
        LeaseSettings leases) {
      return new TelegramPoller(api, inbox, comings, tokens, clock, longPoll(leases));
    }
  }

  /// A blank token is none.
  static final class HasToken implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().getProperty("bongsu.telegram.token", "").isBlank();
    }
  }
}
