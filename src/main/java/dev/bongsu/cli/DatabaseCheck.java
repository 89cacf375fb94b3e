package dev.bongsu.cli;

import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.InstanceLock;
import dev.bongsu.storage.ProbeStore;
import dev.bongsu.storage.Schema;
import dev.bongsu.storage.SchemaState;
import dev.bongsu.storage.StorageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Whether the database exists, is writable, and has the tables of this version.
///
/// @param sources opens the database, beside a running bot; called only if it exists
record DatabaseCheck(Supplier<StorageSettings> settings, Supplier<DataSources> sources)
    implements DoctorCheck {

  private static final String IN_USE = "; a bot runs on it";

  /// Whether a running Bongsu uses it; always false on PostgreSQL, where there is no lock to look
  /// at.
  boolean isInUse() {
    return DataSources.sqliteFile(settings.get().url()).map(InstanceLock::isHeld).orElse(false);
  }

  /// Whether it has the tables of this version; if not, [#findings()] gives the reason.
  boolean hasTables() {
    try {
      if (!exists(settings.get())) {
        return false;
      }
      SchemaState state = Schema.state(sources.get());
      return isOfThisVersion(state);
    } catch (RuntimeException _) {
      return false;
    }
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public List<Finding> findings() {
    StorageSettings storage = settings.get();
    if (!exists(storage)) {
      return List.of(missingDatabase(storage));
    }
    DataSources opened = sources.get();
    return List.of(schemaFinding(storage, opened));
  }

  @Override
  public String fix() {
    return "start the database, allow connections from this machine, and set spring.datasource.url,"
        + " .username and .password";
  }

  /// The first start of the bot creates the SQLite file; a check must not.
  private static boolean exists(StorageSettings storage) {
    return DataSources.sqliteFile(storage.url()).map(Files::exists).orElse(true);
  }

  private Finding missingDatabase(StorageSettings storage) {
    return DataSources.sqliteFile(storage.url()).filter(file -> !canBeCreated(file)).isEmpty()
        ? Finding.passed(name(), storage.redactedUrl() + " is created by the first start")
        : Finding.failed(
            name(),
            storage.redactedUrl() + " is in a folder that is not writable",
            "give the bot's user write access, or set spring.datasource.url");
  }

  private static boolean canBeCreated(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
  }

  private Finding schemaFinding(StorageSettings storage, DataSources opened) {
    SchemaState state = Schema.state(opened);
    String place = storage.redactedUrl();
    if (isOfThisVersion(state) && !isWritable(opened)) {
      return Finding.failed(
          name(),
          place + " is readable but not writable",
          "check the permissions of the file or role, and free disk space");
    }
    if (!state.problems().isEmpty()) {
      return Finding.failed(
          name(),
          "%s does not fit this version: %s".formatted(place, String.join("; ", state.problems())),
          "start the version of Bongsu that used it last, restore a backup, or start with an empty"
              + " database");
    }
    return Finding.passed(
        name(),
        state.pending()
            ? place + "; the next start brings its tables up to date"
            : "%s, its tables are up to date%s".formatted(place, isInUse() ? IN_USE : ""));
  }

  private static boolean isOfThisVersion(SchemaState state) {
    return !state.pending() && state.problems().isEmpty();
  }

  private static boolean isWritable(DataSources opened) {
    try {
      new ProbeStore(new Database(opened)).probe();
      return true;
    } catch (DataAccessException | TransactionException _) {
      return false;
    }
  }
}
