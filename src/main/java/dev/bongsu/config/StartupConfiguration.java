package dev.bongsu.config;

import dev.bongsu.access.Access;
import dev.bongsu.archive.ArchiveIndexer;
import dev.bongsu.archive.ArchiveIndexerThread;
import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Translations;
import dev.bongsu.console.ConsoleReader;
import dev.bongsu.console.ConsoleSender;
import dev.bongsu.delivery.OperatorNotices;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.demo.DemoScript;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.match.StandingQueries;
import dev.bongsu.pipeline.HealthMonitor;
import dev.bongsu.pipeline.Pipeline;
import dev.bongsu.pipeline.PipelineScheduler;
import dev.bongsu.retention.RetentionJob;
import dev.bongsu.storage.StorageMonitor;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// What sets the parts in motion: the pipeline's clock, and what is done once before the bot is
/// ready, in this order.
@Configuration(proxyBeanMethods = false)
class StartupConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(StartupConfiguration.class);

  /// So many articles say which words are frequent, in half a second.
  private static final int SAMPLE_ARTICLES = 100;

  @Bean
  PipelineScheduler pipelineClock(
      Pipeline pipeline, StorageMonitor watch, RetentionJob housekeeping) {
    return new PipelineScheduler(pipeline, watch, housekeeping);
  }

  @Bean
  HealthMonitor operatorWatch(
      OperatorNotices operator,
      StorageMonitor storage,
      ArticleQueueStore articles,
      OutboxStore outbox,
      InboxStore inbox) {
    return new HealthMonitor(operator, storage, articles, outbox, inbox);
  }

  @Bean
  @Order(1)
  ApplicationRunner loadQueries(StandingQueries queries, ArticleStore articles) {
    return _ -> {
      queries.learnFrequencies(articles.newestTexts(SAMPLE_ARTICLES));
      queries.refresh();
    };
  }

  @Bean
  @Order(2)
  ApplicationRunner syncCatalogue(FeedStore feeds, FeedSettings settings) {
    return _ -> StartupFiles.catalogue(settings.catalogue()).sync(feeds);
  }

  @Bean
  @Order(3)
  ApplicationRunner reportReady(ObjectProvider<ConsoleSender> console, FeedStore feeds) {
    return _ -> {
      ProcessInfo footprint = ProcessInfo.current();
      long count = feeds.counts().active();
      LOG.info("Ready: {}, {} feeds", footprint, count);
      Translations wording = Translations.in(Locale.getDefault());
      String seconds = "%.1f".formatted(footprint.uptime().toMillis() / 1000.0);
      String words = wording.text("ready", seconds, footprint.residentMegabytes(), count);
      console.ifAvailable(sender -> sender.write(new Message.Text(words)));
    };
  }

  /// Who says the code first is the bot's owner: it goes where only the operator reads.
  @Bean
  @Order(4)
  ApplicationRunner printPairingCodes(
      ObjectProvider<ChatMembers> platforms, ObjectProvider<ConsoleSender> console, Access access) {
    return _ ->
        platforms.forEach(
            platform ->
                access
                    .pairingCode(platform.platform())
                    .ifPresent(code -> printPairingCode(platform, code, console)));
  }

  private static void printPairingCode(
      ChatMembers platform, String code, ObjectProvider<ConsoleSender> console) {
    String link = platform.startLink(code).map(uri -> " (" + uri + ")").orElse("");
    String words =
        Translations.in(Locale.getDefault())
            .text("pairing", platform.platform().code(), code, link);
    ConsoleSender terminal = console.getIfAvailable();
    if (terminal == null) {
      LOG.info("{}", words);
    } else {
      terminal.write(new Message.Text(words));
    }
  }

  @Bean
  @Order(5)
  ApplicationRunner startConsole(ObjectProvider<ConsoleReader> console) {
    return _ -> console.ifAvailable(ConsoleReader::start);
  }

  /// Last, and in a thread of its own: the start does not wait for it.
  @Bean
  @Order(6)
  ApplicationRunner startArchive(ArchiveIndexerThread archive) {
    return _ -> archive.start();
  }

  @Bean
  ArchiveIndexerThread archiveThread(ArchiveIndexer tail) {
    return new ArchiveIndexerThread(tail);
  }

  /// Types into the console what makes the demo show something.
  @Bean
  @Order(6)
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
