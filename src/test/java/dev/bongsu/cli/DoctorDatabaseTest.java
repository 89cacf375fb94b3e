package dev.bongsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.InstanceLock;
import dev.bongsu.storage.Schema;
import dev.bongsu.storage.StorageSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `doctor` says of the database.
class DoctorDatabaseTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Nested
  class TheDatabase {
    @TempDir private Path folder;

    @Test
    void isNotMadeByLookingAtIt() {
      Path file = folder.resolve("new/bongsu.db");
      assertThat(check(file)).isZero();
      assertThat(only().get("detail").asString()).endsWith("is created by the first start");
      assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void inUseIsSaidAndNoTrouble() {
      Path file = migrated();
      try (InstanceLock _ = InstanceLock.acquire(file)) {
        assertThat(check(file)).isZero();
      }
      assertThat(only().get("detail").asString()).endsWith("; a bot runs on it");
    }

    @Test
    void ofAnotherVersionDoesNotFit() {
      Path file = migrated();
      try (DataSources sources = open(file)) {
        new dev.bongsu.storage.Database(sources)
            .write()
            .sql(
                "insert into flyway_schema_history select 2, '999', description, type, script,"
                    + " checksum, installed_by, installed_on, execution_time, success"
                    + " from flyway_schema_history")
            .update();
      }
      assertThat(check(file)).isOne();
      assertThat(only().get("detail").asString())
          .endsWith("does not fit this version: migration 999 is not as it was");
    }

    @Test
    void ofBeforeTheFirstReleaseIsRefused() {
      Path file = migrated();
      try (DataSources sources = open(file)) {
        new dev.bongsu.storage.Database(sources)
            .write()
            .sql("update flyway_schema_history set description = 'chat', checksum = 1")
            .update();
      }
      assertThat(check(file)).isOne();
      assertThat(only().get("detail").asString())
          .endsWith("this database was made by a version before 0.1.0, start with an empty one");
    }

    private Path migrated() {
      Path file = folder.resolve("bongsu.db");
      try (DataSources sources = open(file)) {
        Schema.migrate(sources);
      }
      return file;
    }

    private int check(Path file) {
      StorageSettings settings = new StorageSettings("jdbc:sqlite:" + file, null, null);
      try (Opened opened = new Opened(file)) {
        return run("--json", new DatabaseCheck(() -> settings, opened::get));
      }
    }

    private static DataSources open(Path file) {
      return DataSources.open("jdbc:sqlite:" + file, null, null);
    }

    /// Closes what a check opened.
    private static final class Opened implements AutoCloseable {
      private final Path file;
      private Optional<DataSources> sources = Optional.empty();

      Opened(Path file) {
        this.file = file;
      }

      DataSources get() {
        DataSources opened = sources.orElseGet(() -> open(file));
        sources = Optional.of(opened);
        return opened;
      }

      @Override
      public void close() {
        sources.ifPresent(DataSources::close);
      }
    }
  }

  private int run(String option, DoctorCheck... checks) {
    String[] line = option.isEmpty() ? new String[] {"doctor"} : new String[] {"doctor", option};
    return new OperatorCommands(
            () -> OperatorCommands.RUNNING,
            () -> {
              throw new AssertionError("no parts are needed");
            },
            () -> List.of(checks),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .execute(line);
  }

  private List<JsonNode> findings() {
    return out.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
  }

  private JsonNode only() {
    assertThat(findings()).hasSize(1);
    return findings().getFirst();
  }
}
