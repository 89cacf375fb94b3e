package dev.bongsu.config;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessStore;
import dev.bongsu.archive.ArchiveIndexer;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.pipeline.Pipeline;
import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Database;
import dev.bongsu.testkit.FakeMembers;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestFolders;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The bot as it is wired, but for its clock and its platform: a test moves the one, is the other,
/// and turns the loops by hand.
public final class TestBot implements AutoCloseable {
  private final AnnotationConfigApplicationContext context;

  private TestBot(AnnotationConfigApplicationContext context) {
    this.context = context;
  }

  /// Starts a bot on a database.
  ///
  /// @param allow a loopback server it may fetch from, as `host:port`
  public static TestBot start(
      TestDatabase database, TestClock clock, ChatSender platform, String allow) {
    return start(
        database,
        clock,
        Map.of("bongsu.http.allow", allow),
        context -> register(context, platform));
  }

  /// Starts a bot on a database.
  ///
  /// @param own settings beside the database's and a rate that nobody notices
  /// @param platforms registers what speaks to chats
  public static TestBot start(
      TestDatabase database,
      TestClock clock,
      Map<String, String> own,
      Consumer<AnnotationConfigApplicationContext> platforms) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bongsu.access.mode", "open");
    settings.put("bongsu.http.host-gap", "0s");
    settings.put("bongsu.delivery.telegram-per-second", "1000");
    settings.put("bongsu.delivery.telegram-chat-gap", "0s");
    settings.put("bongsu.delivery.telegram-group-per-minute", "1000000");
    settings.put("bongsu.delivery.slack-channel-gap", "0s");
    settings.put("bongsu.archive.path", TestFolders.create().toString());
    settings.put("bongsu.feed.catalogue", "");
    settings.putAll(own);
    settings.put("spring.datasource.url", database.address());
    settings.put("spring.datasource.username", "postgres");
    settings.put("spring.datasource.password", "postgres");
    var context = new AnnotationConfigApplicationContext();
    context.setAllowBeanDefinitionOverriding(true);
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.register(CoreConfiguration.class);
    context.registerBean("testClock", InstantSource.class, () -> clock, d -> d.setPrimary(true));
    context.registerBean("registry", MeterRegistry.class, SimpleMeterRegistry::new);
    platforms.accept(context);
    context.refresh();
    return new TestBot(context);
  }

  /// Registers a platform whose people may change every chat.
  public static void register(AnnotationConfigApplicationContext context, ChatSender platform) {
    register(context, platform, new FakeMembers(platform.platform()));
  }

  /// Registers a platform and its people.
  public static void register(
      AnnotationConfigApplicationContext context, ChatSender platform, FakeMembers members) {
    context.registerBean("platform", ChatSender.class, () -> platform);
    context.registerBean("members", ChatMembers.class, () -> members);
  }

  /// The bot takes what it has read into its archive.
  public void updateArchive() {
    context.getBean(ArchiveIndexer.class).catchUp();
  }

  /// Somebody says something in a chat; the bot has not looked yet.
  public void say(ChatId chat, String text) {
    say(chat, text, Locale.ENGLISH);
  }

  /// Somebody whose platform speaks this language says something.
  public void say(ChatId chat, String text, Locale language) {
    say(chat, text, "someone", language);
  }

  /// A person whose platform speaks this language says something.
  public void say(ChatId chat, String text, String person, Locale language) {
    context
        .getBean(InboxStore.class)
        .receive(new Inbound(chat, UUID.randomUUID().toString(), person, text, language));
  }

  /// Makes a person an owner of the bot.
  public TestBot withOwner(ChatId chat, String person) {
    context.getBean(AccessStore.class).grant(chat, person, AccessStore.Role.OWNER);
    return this;
  }

  /// The code that makes an owner; empty if there is one.
  public Optional<String> pairingCode(Platform platform) {
    return context.getBean(Access.class).pairingCode(platform);
  }

  /// What is said meanwhile is there at once.
  public void inOneTransaction(Runnable saying) {
    context.getBean(Database.class).inTransaction(saying);
  }

  /// Somebody presses a button of a message.
  public void press(ChatId chat, String press) {
    press(chat, press, "someone");
  }

  /// A person presses a button of a message.
  public void press(ChatId chat, String press, String person) {
    Inbound.Source way = Inbound.Source.callback("m", "p");
    context
        .getBean(InboxStore.class)
        .receive(
            new Inbound(chat, UUID.randomUUID().toString(), person, press, Locale.ENGLISH, way));
  }

  /// One of the bot's parts.
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// How far one of its counters is.
  public double counter(String name) {
    return bean(MeterRegistry.class).counter(name).count();
  }

  /// The bot does everything that is due.
  public void runDueWork() {
    context.getBean(Pipeline.class).runUntilIdle();
  }

  /// From here on nothing this bot does reaches the database, as if its process had been killed.
  public void kill() {
    context.getBean(DataSources.class).close();
    context.getBean(StorageConfiguration.InstanceLockHolder.class).close();
  }

  @Override
  public void close() {
    context.close();
  }
}
