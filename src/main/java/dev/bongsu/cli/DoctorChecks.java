package dev.bongsu.cli;

import dev.bongsu.command.FeedYields;
import dev.bongsu.config.Launcher;
import dev.bongsu.config.SettingsProblems;
import dev.bongsu.config.StartupFailure;
import dev.bongsu.config.TopicFolder;
import dev.bongsu.config.WordLists;
import dev.bongsu.delivery.DeadLetterStore;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.FeedStatisticsStore;
import dev.bongsu.http.Proxies;
import dev.bongsu.match.TopicVerifier;
import dev.bongsu.query.BilingualLexicon;
import dev.bongsu.slack.SlackClient;
import dev.bongsu.slack.SlackSettings;
import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.storage.StorageSettings;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The checks of `doctor`. Each check opens its own parts, so that a part that cannot be opened
/// fails one check only.
final class DoctorChecks {
  private final Parts parts;

  private DoctorChecks(Parts parts) {
    this.parts = parts;
  }

  /// The checks, in the order in which an operator fixes things; the settings alone if no context
  /// can be made of them.
  static List<DoctorCheck> of(Launcher launcher) {
    try {
      return new DoctorChecks(launcher.openDoctor()::getBean).checks();
    } catch (RuntimeException e) {
      return List.of(new SettingsFindings(StartupFailure.of(e).lines()));
    }
  }

  private List<DoctorCheck> checks() {
    DatabaseCheck database =
        new DatabaseCheck(part(StorageSettings.class), part(DataSources.class));
    return List.of(
        new SettingsFindings(parts.get(SettingsProblems.class).lines()),
        database,
        new ProxyCheck(part(Proxies.class)),
        new TelegramCheck(
            part(TelegramSettings.class), part(TelegramApi.class), () -> isPolling(database)),
        new SlackCheck(part(SlackSettings.class), part(SlackClient.class)),
        new FeedsCheck(
            part(FeedCatalogue.class),
            stored(database, FeedStatisticsStore.class),
            stored(database, FeedYields.class)),
        new WordListCheck(
            "dictionary", WordLists.DICTIONARY, () -> lists().dictionary().problems()),
        new WordListCheck("synonyms", WordLists.SYNONYMS, () -> lists().synonyms().problems()),
        new WordListCheck(
            "bilingual words",
            WordLists.BILINGUAL,
            () -> parts.get(BilingualLexicon.class).problems()),
        new TopicsCheck(
            () -> parts.get(TopicFolder.class).problems(),
            () -> parts.get(TopicFolder.class).topics(),
            part(TopicVerifier.class)),
        new DeliveriesCheck(stored(database, DeadLetterStore.class)));
  }

  /// Whether a running Bongsu fetches the updates of Telegram.
  private boolean isPolling(DatabaseCheck database) {
    return database.isInUse()
        || stored(database, NamedLease.class).get().map(NamedLease::isHeld).orElse(false);
  }

  private WordLists lists() {
    return parts.get(WordLists.class);
  }

  private <T> Supplier<T> part(Class<T> type) {
    return () -> parts.get(type);
  }

  /// A part that reads tables; empty if the database has no tables of this version.
  private <T> Supplier<Optional<T>> stored(DatabaseCheck database, Class<T> type) {
    return () -> database.hasTables() ? Optional.of(parts.get(type)) : Optional.empty();
  }
}
