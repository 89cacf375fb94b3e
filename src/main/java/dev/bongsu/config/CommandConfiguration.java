package dev.bongsu.config;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessStore;
import dev.bongsu.access.InstallationStore;
import dev.bongsu.access.MemberDirectory;
import dev.bongsu.access.QuotaStore;
import dev.bongsu.alert.Explainer;
import dev.bongsu.alert.FeedbackStore;
import dev.bongsu.article.ArticleStatusStore;
import dev.bongsu.chat.ButtonSigner;
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
import dev.bongsu.command.FeedListCommands;
import dev.bongsu.command.FeedPackCommands;
import dev.bongsu.command.FeedPlaceCommands;
import dev.bongsu.command.FeedRemovalCommands;
import dev.bongsu.command.FeedSharingCommands;
import dev.bongsu.command.FeedYields;
import dev.bongsu.command.ForgetCommands;
import dev.bongsu.command.HelpCommands;
import dev.bongsu.command.ImportExportCommands;
import dev.bongsu.command.MuteCommands;
import dev.bongsu.command.OtherLanguages;
import dev.bongsu.command.PauseCommands;
import dev.bongsu.command.SearchCommands;
import dev.bongsu.command.SettingsCommands;
import dev.bongsu.command.SilentTopicCommands;
import dev.bongsu.command.StatusCommands;
import dev.bongsu.command.SubscriptionCommands;
import dev.bongsu.command.SubscriptionListCommands;
import dev.bongsu.command.SubscriptionRefinement;
import dev.bongsu.command.TopicCommands;
import dev.bongsu.command.UnsubscribeCommands;
import dev.bongsu.conversation.AccessPolicy;
import dev.bongsu.conversation.CommandForms;
import dev.bongsu.conversation.CommandRouter;
import dev.bongsu.conversation.InboxProcessor;
import dev.bongsu.delivery.AlertStatusStore;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.inbox.FloodStore;
import dev.bongsu.inbox.InboxStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What people can say to the bot, and who may.
@Configuration(proxyBeanMethods = false)
@Import({
  InboxStore.class,
  InboxProcessor.class,
  CommandRouter.class,
  InstallationStore.class,
  AccessStore.class,
  QuotaStore.class,
  FloodStore.class,
  MemberDirectory.class,
  Access.class,
  AccessPolicy.class,
  SubscriptionListCommands.class,
  SubscriptionRefinement.class,
  SubscriptionCommands.class,
  OtherLanguages.class,
  PauseCommands.class,
  UnsubscribeCommands.class,
  TopicCommands.class,
  SettingsCommands.class,
  FeedCommands.class,
  FeedListCommands.class,
  FeedPackCommands.class,
  FeedYields.class,
  FeedSharingCommands.class,
  FeedRemovalCommands.class,
  FeedPlaceCommands.class,
  FeedAdder.class,
  FeedImportStore.class,
  FeedImporter.class,
  HelpCommands.class,
  Explainer.class,
  SentAlertStore.class,
  FeedbackStore.class,
  ArticleStatusStore.class,
  AlertStatusStore.class,
  ArticleTracer.class,
  AlertCommands.class,
  MuteCommands.class,
  StatusCommands.class,
  ImportExportCommands.class,
  ForgetCommands.class,
  SilentTopicCommands.class,
  ButtonQueryStore.class,
  SearchCommands.class,
  CommandForms.class,
  AccessCommands.class,
  AccessListCommands.class
})
class CommandConfiguration {
  private static final int KEY_BYTES = 32;

  @Bean
  ButtonSigner buttonSigner(InstallationStore installation, InstantSource clock) {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String key = HexFormat.of().formatHex(random);
    return new ButtonSigner(
        new Secret(installation.putIfAbsent(InstallationStore.BUTTON_KEY, key)), clock);
  }
}
