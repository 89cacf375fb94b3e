package dev.bongsu.config;

import dev.bongsu.http.Proxies;
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
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Telegram, if there is a token for it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnSetting(TelegramConfiguration.TOKEN)
@Import(TelegramConfiguration.TelegramBeans.class)
class TelegramConfiguration {
  static final String TOKEN = "bongsu.telegram.token";
  private static final Duration MAX_LONG_POLL = Duration.ofSeconds(30);

  @Bean
  TelegramLoop telegramLoop(
      TelegramPoller poller,
      Database database,
      InstantSource clock,
      LeaseSettings leases,
      StorageMonitor monitor) {
    return new TelegramLoop(poller, pollerLease(database, clock, leases), monitor);
  }

  /// Held by the node that fetches updates.
  static NamedLease pollerLease(Database database, InstantSource clock, LeaseSettings leases) {
    return new NamedLease(database, clock, leases, "telegram-poller");
  }

  /// How long a poll may wait for updates: it ends, and the next begins, while the lease holds.
  static Duration longPoll(LeaseSettings leases) {
    Duration half = leases.claimDuration().dividedBy(2);
    return half.compareTo(MAX_LONG_POLL) < 0 ? half : MAX_LONG_POLL;
  }

  /// All of Telegram but the loop that polls.
  @Configuration(proxyBeanMethods = false)
  @Import({TelegramSender.class, TelegramMembers.class, TelegramPoller.class})
  static class TelegramBeans {

    @Bean
    TelegramApi telegramApi(TelegramSettings settings, Proxies proxies, LeaseSettings leases) {
      return new TelegramApi(settings, proxies, longPoll(leases));
    }
  }
}
