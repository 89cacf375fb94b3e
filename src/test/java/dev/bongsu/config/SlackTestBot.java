package dev.bongsu.config;

import dev.bongsu.archive.ArchiveIndexer;
import dev.bongsu.pipeline.Pipeline;
import dev.bongsu.storage.Database;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestFolders;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// The bot with Slack and its web server as they are wired; only the clock is the test's, and the
/// loops are turned by hand.
public final class SlackTestBot implements AutoCloseable {
  private static final TestClock UNUSED_CLOCK = new TestClock();
  private static final ScopedValue<TestClock> CLOCK = ScopedValue.newInstance();

  private final TestClock clock = new TestClock();
  private final FakeSlack slack = FakeSlack.start();
  private final FeedServer server = FeedServer.start();
  private final TestDatabase database = TestDatabase.sqlite();
  private final ConfigurableApplicationContext context;

  /// Starts a bot.
  ///
  /// @param settings of Slack, as in `bongsu.slack.app-token=…`
  public SlackTestBot(String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--bongsu.slack.bot-token=" + FakeSlack.BOT_TOKEN);
    arguments.add("--bongsu.slack.api-url=" + slack.apiUrl());
    arguments.add("--bongsu.http.allow=" + server.allow());
    arguments.add("--bongsu.console.enabled=false");
    arguments.add("--bongsu.feed.catalogue=");
    arguments.add("--spring.datasource.url=" + database.address());
    arguments.add("--bongsu.delivery.slack-channel-gap=0s");
    arguments.add("--bongsu.http.host-gap=0s");
    arguments.add("--bongsu.archive.path=" + TestFolders.create());
    arguments.add("--server.port=0");
    arguments.add("--server.address=127.0.0.1");
    arguments.add(
        "--logging.file.name=target/slack-bot-%d.log".formatted(ProcessHandle.current().pid()));
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    SpringApplication application = new SpringApplication(Wiring.class);
    application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
    this.context =
        ScopedValue.where(CLOCK, clock)
            .call(() -> application.run(arguments.toArray(String[]::new)));
  }

  public TestClock clock() {
    return clock;
  }

  public FakeSlack slack() {
    return slack;
  }

  public FeedServer server() {
    return server;
  }

  public TestDatabase database() {
    return database;
  }

  /// Keeps the bot's database from being written as long as the action lasts.
  public void blockDatabase(Runnable action) {
    context.getBean(Database.class).inTransaction(action);
  }

  /// Where Slack's HTTP mode calls.
  public URI eventsUrl() {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:%s/slack/events".formatted(port));
  }

  /// The bot takes what it has read into its archive.
  public void updateArchive() {
    context.getBean(ArchiveIndexer.class).catchUp();
  }

  /// The bot does everything that is due; a page is asked for when its host's gap is over.
  public void runDueWork() {
    context.getBean(Pipeline.class).runUntilIdle();
    clock.advance(Duration.ofSeconds(1));
    context.getBean(Pipeline.class).runUntilIdle();
  }

  /// A feed whose titles are given, as text; the first is the newest.
  public URI publish(String... titles) {
    StringBuilder entries = new StringBuilder();
    for (String title : titles) {
      String text = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      URI page = server.address("/" + Integer.toHexString(title.hashCode()));
      entries.append(
          """
          <entry><title type="text">%s</title><id>%s</id><link href="%s"/>
          <updated>2026-03-02T00:00:00Z</updated><summary>A text.</summary></entry>
          """
              .formatted(text, page, page));
    }
    String feed =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><id>urn:example</id>
        <updated>2026-03-02T00:00:00Z</updated>%s</feed>
        """
            .formatted(entries);
    server.serve("/feed", feed, "application/atom+xml");
    return server.address("/feed");
  }

  @Override
  public void close() {
    context.close();
    server.close();
    slack.close();
    database.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({CoreConfiguration.class, WebConfiguration.class, SlackConfiguration.class})
  static class Wiring {

    @Bean
    @Primary
    InstantSource testClock() {
      return CLOCK.orElse(UNUSED_CLOCK);
    }
  }
}
