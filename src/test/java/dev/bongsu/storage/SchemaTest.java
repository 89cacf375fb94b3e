package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  @TempDir private Path folder;
  private DataSources sources;

  @BeforeEach
  void open() {
    sources = DataSources.open("jdbc:sqlite:" + folder.resolve("bongsu.db"), null, null);
  }

  @AfterEach
  void close() {
    sources.close();
  }

  @Test
  void isUpToDateAfterTheFirstStartAndEveryOther() {
    assertThat(Schema.state(sources)).isEqualTo(new SchemaState(true, List.of()));
    Schema.migrate(sources);
    Schema.migrate(sources);
    assertThat(Schema.state(sources)).isEqualTo(new SchemaState(false, List.of()));
  }

  /// Databases of before 0.1.0 have several migrations, the first of them for chats alone.
  @Test
  void refusesTablesOfBeforeTheFirstReleaseInOneSentence() {
    Flyway.configure()
        .dataSource(sources.write())
        .locations("classpath:unreleased-migration")
        .load()
        .migrate();
    String refusal = "this database was made by a version before 0.1.0, start with an empty one";
    assertThatThrownBy(() -> Schema.migrate(sources))
        .isInstanceOf(FlywayException.class)
        .hasNoCause()
        .hasMessage(refusal);
    assertThat(Schema.state(sources).problems()).containsExactly(refusal);
  }
}
