package dev.bongsu.config;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessSettings;
import dev.bongsu.access.AccessStore;
import dev.bongsu.access.InstallationStore;
import dev.bongsu.access.MemberDirectory;
import dev.bongsu.access.QuotaStore;
import dev.bongsu.alert.AlertStore;
import dev.bongsu.alert.Explainer;
import dev.bongsu.alert.FeedbackStore;
import dev.bongsu.archive.LookbackSearch;
import dev.bongsu.article.ArticleIntake;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Secret;
import dev.bongsu.command.AccessCommands;
import dev.bongsu.command.AccessListCommands;
import dev.bongsu.command.AlertCommands;
import dev.bongsu.command.ArticleTracer;
import dev.bongsu.command.ButtonQueryStore;
import dev.bongsu.command.FeedAdder;
import dev.bongsu.command.FeedCommands;
import dev.bongsu.command.FeedImportStore;
import dev.bongsu.command.FeedImporter;
import dev.bongsu.command.ForgetCommands;
import dev.bongsu.command.HelpCommands;
import dev.bongsu.command.ImportExportCommands;
import dev.bongsu.command.MuteCommands;
import dev.bongsu.command.SettingsCommands;
import dev.bongsu.command.StatusCommands;
import dev.bongsu.command.SubscriptionCommands;
import dev.bongsu.command.SubscriptionListCommands;
import dev.bongsu.command.SubscriptionRefinement;
import dev.bongsu.command.TopicCommands;
import dev.bongsu.conversation.AccessPolicy;
import dev.bongsu.conversation.CommandForms;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandRouter;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.feed.FeedDiscovery;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.inbox.FloodStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.Topics;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can say to the bot, and who may.
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {
  private static final int KEY_BYTES = 32;

  @Bean
  InstallationStore installationStore(Database database) {
    return new InstallationStore(database);
  }

  @Bean
  AccessStore accessStore(Database database, InstantSource clock) {
    return new AccessStore(database, clock);
  }

  @Bean
  QuotaStore quotaStore(Database database, InstantSource clock) {
    return new QuotaStore(database, clock);
  }

  @Bean
  ButtonSigner pressSeal(InstallationStore installation, InstantSource clock) {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String key = HexFormat.of().formatHex(random);
    return new ButtonSigner(
        new Secret(installation.putIfAbsent(InstallationStore.BUTTON_KEY, key)), clock);
  }

  @Bean
  MemberDirectory members(List<ChatMembers> platforms, InstantSource clock) {
    return new MemberDirectory(platforms, clock);
  }

  @Bean
  Access access(
      AccessSettings settings,
      AccessStore store,
      InstallationStore installation,
      MemberDirectory members) {
    return new Access(settings, store, installation, members);
  }

  @Bean
  FloodStore floodStore(Database database, InstantSource clock) {
    return new FloodStore(database, clock);
  }

  @Bean
  AccessPolicy gate(Access access, MemberDirectory members, QuotaStore quotas, FloodStore floods) {
    return new AccessPolicy(access, members, quotas, floods);
  }

  @Bean
  SubscriptionListCommands subscriptionPages(
      SubscriptionStore subscriptions, AlertStore alerts, InstantSource clock) {
    return new SubscriptionListCommands(subscriptions, alerts, clock);
  }

  @Bean
  SubscriptionRefinement fitting(
      SubscriptionStore subscriptions,
      SubscriptionListCommands pages,
      QueryParser parser,
      Topics topics,
      LookbackSearch past,
      ButtonQueryStore queries) {
    return new SubscriptionRefinement(subscriptions, pages, parser, topics, past, queries);
  }

  @Bean
  SubscriptionCommands subscriptionCommands(
      SubscriptionStore subscriptions,
      SubscriptionListCommands pages,
      AccessSettings settings,
      QueryParser parser,
      LookbackSearch past,
      ButtonQueryStore queries,
      SubscriptionRefinement fitting) {
    return new SubscriptionCommands(subscriptions, pages, settings, parser, past, queries, fitting);
  }

  @Bean
  TopicCommands topicCommands(Topics topics) {
    return new TopicCommands(topics);
  }

  @Bean
  SettingsCommands settingsCommands(
      ChatStore chats,
      SubscriptionStore subscriptions,
      SubscriptionListCommands pages,
      InstantSource clock) {
    return new SettingsCommands(chats, subscriptions, pages, clock);
  }

  @Bean
  FeedCommands feedCommands(
      FeedStore feeds, FeedAdder adder, Access access, ArticleStore articles) {
    return new FeedCommands(feeds, adder, access, articles);
  }

  @Bean
  FeedAdder feedAdder(
      FeedStore feeds,
      FeedDiscovery discovery,
      ArticleIntake intake,
      QuotaStore quotas,
      AccessSettings settings) {
    return new FeedAdder(feeds, discovery, intake, quotas, settings);
  }

  @Bean
  FeedImportStore feedImportStore(
      Database database, InstantSource clock, LeaseSettings leases, Nudges nudges) {
    return new FeedImportStore(database, clock, leases, nudges);
  }

  @Bean
  FeedImporter feedImports(
      Database database,
      FeedImportStore imports,
      FeedAdder adder,
      ChatStore chats,
      OutboxStore outbox) {
    return new FeedImporter(database, imports, adder, chats, outbox);
  }

  @Bean
  HelpCommands helpCommands() {
    return new HelpCommands();
  }

  @Bean
  Explainer explainer(ArticleStore articles, AlertStore alerts) {
    return new Explainer(articles, alerts);
  }

  @Bean
  SentAlertStore sentAlertStore(Database database) {
    return new SentAlertStore(database);
  }

  @Bean
  FeedbackStore feedbackStore(Database database, InstantSource clock) {
    return new FeedbackStore(database, clock);
  }

  @Bean
  AlertCommands alertCommands(
      Explainer explainer,
      SentAlertStore sent,
      SubscriptionStore subscriptions,
      FeedbackStore feedback,
      ArticleTracer fates) {
    return new AlertCommands(explainer, sent, subscriptions, feedback, fates);
  }

  @Bean
  MuteCommands muteCommands(
      Explainer explainer, SubscriptionStore subscriptions, QueryParser parser) {
    return new MuteCommands(explainer, subscriptions, parser);
  }

  @Bean
  StatusCommands statusCommands(
      FeedStore feeds, SubscriptionStore subscriptions, SentAlertStore sent, InstantSource clock) {
    return new StatusCommands(feeds, subscriptions, sent, clock);
  }

  @Bean
  ImportExportCommands dataCommands(
      ChatStore chats,
      SubscriptionStore subscriptions,
      FeedStore feeds,
      FeedImportStore imports,
      QueryParser parser,
      Access access,
      MemberDirectory members) {
    return new ImportExportCommands(chats, subscriptions, feeds, imports, parser, access, members);
  }

  @Bean
  ForgetCommands forgetCommands(
      SubscriptionStore subscriptions,
      FeedImporter feeds,
      SentAlertStore sent,
      FeedbackStore feedback,
      InboxStore inbox,
      ChatStore chats,
      AccessStore access) {
    return new ForgetCommands(subscriptions, feeds, sent, feedback, inbox, chats, access);
  }

  @Bean
  CommandForms forms(
      ChatStore chats, SubscriptionStore subscriptions, QueryParser parser, ButtonSigner seal) {
    return new CommandForms(chats, subscriptions, parser, seal);
  }

  @Bean
  AccessCommands accessCommands(Access access, MemberDirectory members) {
    return new AccessCommands(access, members);
  }

  @Bean
  AccessListCommands guestCommands(Access access, AccessStore store, MemberDirectory members) {
    return new AccessListCommands(access, store, members);
  }

  @Bean
  CommandRouter reception(
      ChatStore chats,
      AccessPolicy gate,
      Access access,
      MemberDirectory members,
      ButtonSigner seal,
      List<CommandGroup> commands) {
    return new CommandRouter(chats, gate, access, members, seal, commands);
  }
}
