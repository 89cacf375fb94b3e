package dev.bongsu.config;

import dev.bongsu.console.ConsoleReader;
import dev.bongsu.console.ConsoleSender;
import dev.bongsu.inbox.InboxStore;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/// The terminal as a chat.
@Configuration(proxyBeanMethods = false)
@Conditional(ConsoleCondition.class)
class ConsoleConfiguration {

  @Bean
  ConsoleSender consoleSender() {
    return new ConsoleSender(System.out);
  }

  @Bean
  ConsoleReader consoleReader(InboxStore inbox) {
    return new ConsoleReader(inbox, System.in, Locale.getDefault());
  }
}
