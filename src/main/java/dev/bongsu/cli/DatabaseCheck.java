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

/// Whether the database is there, can be written to, and has the tables of this version.
///
/// @param sources opens it, beside a running bot; called only if it is there
public record DatabaseCheck(Supplier<StorageSettings> settings, Supplier<DataSources> sources)
    implements Check {

  private static final String RUNS = "; a bot runs on it";

  /// Whether a bot of ours runs on it; on PostgreSQL nobody can tell.
  public boolean isInUse() {
    return DataSources.sqliteFile(settings.get().url()).map(InstanceLock::isHeld).orElse(false);
  }

  /// Whether the tables of this version are there; if not, [#findings()] says why.
  public boolean hasTables() {
    try {
      if (!isThere(settings.get())) {
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
    if (!isThere(storage)) {
      return List.of(notYet(storage));
    }
    DataSources opened = sources.get();
    return List.of(tables(storage, opened));
  }

  @Override
  public String remedy() {
    return "start the database, let this machine reach it, and set spring.datasource.url, .username"
        + " and .password";
  }

  /// An SQLite file is made by the bot's first start, and not by looking at it.
  private static boolean isThere(StorageSettings storage) {
    return DataSources.sqliteFile(storage.url()).map(Files::exists).orElse(true);
  }

  private Finding notYet(StorageSettings storage) {
    return DataSources.sqliteFile(storage.url()).filter(file -> !canBeMade(file)).isEmpty()
        ? Finding.good(name(), storage.shownUrl() + " will be made by the first start")
        : Finding.bad(
            name(),
            storage.shownUrl() + " is in a folder that cannot be written to",
            "let the bot's user write there, or set spring.datasource.url");
  }

  private static boolean canBeMade(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
  }

  private Finding tables(StorageSettings storage, DataSources opened) {
    SchemaState state = Schema.state(opened);
    String place = storage.shownUrl();
    if (isOfThisVersion(state) && !canBeWritten(opened)) {
      return Finding.bad(
          name(),
          place + " can be read but not written to",
          "check the file's or the role's rights, and that the disk has room");
    }
    return switch (state) {
      case SchemaState(_, _, List<String> problems) when !problems.isEmpty() ->
          Finding.bad(
              name(),
              "%s does not fit this version: %s".formatted(place, String.join("; ", problems)),
              "start the version of Bongsu that used it last, or restore a backup");
      case SchemaState(_, int pending, _) when pending > 0 ->
          Finding.good(name(), "%s; the next start adds %d migrations".formatted(place, pending));
      case SchemaState(int applied, _, _) ->
          Finding.good(
              name(),
              "%s, %d migrations applied%s".formatted(place, applied, isInUse() ? RUNS : ""));
    };
  }

  private static boolean isOfThisVersion(SchemaState state) {
    return state.pending() == 0 && state.problems().isEmpty();
  }

  private static boolean canBeWritten(DataSources opened) {
    try {
      new ProbeStore(new Database(opened)).write();
      return true;
    } catch (DataAccessException | TransactionException _) {
      return false;
    }
  }
}
