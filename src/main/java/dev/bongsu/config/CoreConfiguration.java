package dev.bongsu.config;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The bot without its platforms, its web server and its start.
@Configuration(proxyBeanMethods = false)
@Import({
  Settings.class,
  StorageConfiguration.class,
  ReadingConfiguration.class,
  FeedConfiguration.class,
  ChatConfiguration.class,
  CommandConfiguration.class,
  PipelineConfiguration.class
})
class CoreConfiguration {}
