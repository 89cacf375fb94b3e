package dev.bongsu.config;

import dev.bongsu.access.Access;
import dev.bongsu.archive.ArchiveTail;
import dev.bongsu.archive.ArchiveThread;
import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Wording;
import dev.bongsu.console.ConsoleReader;
import dev.bongsu.console.ConsoleSender;
import dev.bongsu.delivery.OperatorNotices;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.demo.DemoScript;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.match.StandingQueries;
import dev.bongsu.pipeline.OperatorWatch;
import dev.bongsu.pipeline.Pipeline;
import dev.bongsu.pipeline.PipelineClock;
import dev.bongsu.retention.Housekeeping;
import dev.bongsu.storage.StorageWatch;
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
class Startup {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  /// So many articles say which words are frequent, in half a second.
  private static final int LEARNT_FROM = 100;

  @Bean
  PipelineClock pipelineClock(Pipeline pipeline, StorageWatch watch, Housekeeping housekeeping) {
    return new PipelineClock(pipeline, watch, housekeeping);
  }

  @Bean
  OperatorWatch operatorWatch(
      OperatorNotices operator,
      StorageWatch storage,
      ArticleQueueStore articles,
      OutboxStore outbox,
      InboxStore inbox) {
    return new OperatorWatch(operator, storage, articles, outbox, inbox);
  }

  @Bean
  @Order(1)
  ApplicationRunner loadQueries(StandingQueries queries, ArticleStore articles) {
    return _ -> {
      queries.learn(articles.newestTexts(LEARNT_FROM));
      queries.refresh();
    };
  }

  @Bean
  @Order(2)
  ApplicationRunner takeOverCatalogue(FeedStore feeds, FeedSettings settings) {
    return _ -> StartFiles.catalogue(settings.catalogue()).sync(feeds);
  }

  @Bean
  @Order(3)
  ApplicationRunner sayReady(ObjectProvider<ConsoleSender> console, FeedStore feeds) {
    return _ -> {
      Footprint footprint = Footprint.ofThisProcess();
      long count = feeds.counts().active();
      LOG.info("Ready: {}, {} feeds", footprint, count);
      Wording wording = Wording.in(Locale.getDefault());
      String seconds = "%.1f".formatted(footprint.sinceStart().toMillis() / 1000.0);
      String words = wording.say("ready", seconds, footprint.residentMegabytes(), count);
      console.ifAvailable(sender -> sender.say(new Message.Text(words)));
    };
  }

  /// Who says the code first is the bot's owner: it goes where only the operator reads.
  @Bean
  @Order(4)
  ApplicationRunner offerPairing(
      ObjectProvider<ChatMembers> platforms, ObjectProvider<ConsoleSender> console, Access access) {
    return _ ->
        platforms.forEach(
            platform ->
                access
                    .pairingCode(platform.platform())
                    .ifPresent(code -> offer(platform, code, console)));
  }

  private static void offer(
      ChatMembers platform, String code, ObjectProvider<ConsoleSender> console) {
    String link = platform.startLink(code).map(uri -> " (" + uri + ")").orElse("");
    String words =
        Wording.in(Locale.getDefault()).say("pairing", platform.platform().code(), code, link);
    ConsoleSender terminal = console.getIfAvailable();
    if (terminal == null) {
      LOG.info("{}", words);
    } else {
      terminal.say(new Message.Text(words));
    }
  }

  @Bean
  @Order(5)
  ApplicationRunner listenToTerminal(ObjectProvider<ConsoleReader> console) {
    return _ -> console.ifAvailable(ConsoleReader::start);
  }

  /// Last, and in a thread of its own: the start does not wait for it.
  @Bean
  @Order(6)
  ApplicationRunner followArticles(ArchiveThread archive) {
    return _ -> archive.start();
  }

  @Bean
  ArchiveThread archiveThread(ArchiveTail tail) {
    return new ArchiveThread(tail);
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
