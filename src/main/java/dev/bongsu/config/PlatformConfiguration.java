package dev.bongsu.config;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.console.ConsoleReader;
import dev.bongsu.console.ConsoleSender;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.demo.NewsroomController;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.web.QueueGauges;
import dev.bongsu.web.StorageHealth;
import dev.bongsu.web.TokenHealth;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Where the bot meets the outside: the terminal, and HTTP.
@Configuration(proxyBeanMethods = false)
@Import(NewsroomController.class)
class PlatformConfiguration {

  @Bean
  StorageHealth databaseHealthIndicator(Database database, StorageMonitor watch) {
    return new StorageHealth(database, watch);
  }

  @Bean
  TokenHealth tokensHealthIndicator(PlatformTokens tokens, List<ChatSender> senders) {
    return new TokenHealth(tokens, senders);
  }

  @Bean
  QueueGauges queueGauges(
      FeedStore feeds, ArticleQueueStore articles, OutboxStore outbox, InboxStore inbox) {
    return new QueueGauges(feeds, articles, outbox, inbox);
  }

  /// The terminal as a chat.
  @Configuration(proxyBeanMethods = false)
  @Conditional(ConsoleCondition.class)
  static class ConsoleConfiguration {

    @Bean
    ConsoleSender consoleSender() {
      return new ConsoleSender(System.out);
    }

    @Bean
    ConsoleReader consoleReader(InboxStore inbox) {
      return new ConsoleReader(inbox, System.in, Locale.getDefault());
    }
  }
}
