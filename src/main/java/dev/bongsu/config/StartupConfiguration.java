package dev.bongsu.config;

import dev.bongsu.archive.ArchiveIndexerThread;
import dev.bongsu.article.SearchableArticleStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.console.ConsoleReader;
import dev.bongsu.demo.DemoScript;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.match.StandingQueries;
import dev.bongsu.pipeline.HealthMonitor;
import dev.bongsu.pipeline.PipelineScheduler;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// What sets the parts in motion: the schedulers, and what runs once before the bot is ready, in
/// this order.
@Configuration(proxyBeanMethods = false)
@Import({
  PipelineScheduler.class,
  HealthMonitor.class,
  ArchiveIndexerThread.class,
  StartupReport.class
})
class StartupConfiguration {

  /// Articles from which the frequent words are learned; they take half a second.
  private static final int SAMPLE_ARTICLES = 100;

  @Bean
  @Order(1)
  ApplicationRunner loadQueries(StandingQueries queries, SearchableArticleStore articles) {
    return _ -> {
      queries.learnFrequencies(articles.newestTexts(SAMPLE_ARTICLES));
      queries.refresh();
    };
  }

  @Bean
  @Order(2)
  ApplicationRunner reportReady(StartupReport report) {
    return _ -> report.print();
  }

  @Bean
  @Order(3)
  ApplicationRunner startConsole(ObjectProvider<ConsoleReader> console) {
    return _ -> console.ifAvailable(ConsoleReader::start);
  }

  /// Returns at once: the archive catches up in its own thread.
  @Bean
  @Order(4)
  ApplicationRunner startArchive(ArchiveIndexerThread archive) {
    return _ -> archive.start();
  }

  /// Types commands into the console, so that the demo shows alerts.
  @Bean
  @Order(5)
  @Profile("demo")
  ApplicationRunner playDemo(InboxStore inbox, Environment environment) {
    return _ -> {
      String port = environment.getRequiredProperty("local.server.port");
      DemoScript script = new DemoScript(URI.create("http://127.0.0.1:" + port));
      for (String line : script.lines()) {
        String updateId = UUID.randomUUID().toString();
        inbox.receive(new Inbound(ChatId.console(), updateId, "demo", line, Locale.getDefault()));
      }
    };
  }
}
