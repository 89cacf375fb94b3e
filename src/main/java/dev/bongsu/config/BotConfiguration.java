package dev.bongsu.config;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All of the bot.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  CoreConfiguration.class,
  WebConfiguration.class,
  ConsoleConfiguration.class,
  TelegramConfiguration.class,
  SlackConfiguration.class,
  StartupConfiguration.class
})
class BotConfiguration {}
