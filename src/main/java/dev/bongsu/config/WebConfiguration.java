package dev.bongsu.config;

import dev.bongsu.chat.ChatSender;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.demo.NewsroomController;
import dev.bongsu.demo.TrainingChat;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.web.QueueGauges;
import dev.bongsu.web.StorageHealth;
import dev.bongsu.web.TokenHealth;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What is answered over HTTP: health, metrics, and the demo's newsroom.
@Configuration(proxyBeanMethods = false)
@Import({NewsroomController.class, TrainingChat.class, QueueGauges.class})
class WebConfiguration {

  /// Boot derives the name `database` of the health check from the bean's.
  @Bean
  StorageHealth databaseHealthIndicator(Database database, StorageMonitor monitor) {
    return new StorageHealth(database, monitor);
  }

  @Bean
  TokenHealth tokensHealthIndicator(PlatformTokens tokens, List<ChatSender> senders) {
    return new TokenHealth(tokens, senders);
  }
}
