package dev.bongsu.config;

import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.InstanceLock;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.Schema;
import dev.bongsu.storage.StaleLeases;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.storage.StorageSettings;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The database.
@Configuration(proxyBeanMethods = false)
@Import({StorageMonitor.class, Nudges.class})
class StorageConfiguration {
  private static final List<String> LEASED_TABLES =
      List.of("feed", "article", "chat_queue", "inbox", "feed_import");

  /// The lock is held while the bot runs; PostgreSQL needs none.
  record InstanceLockHolder(@Nullable InstanceLock instanceLock) implements AutoCloseable {
    @Override
    public void close() {
      if (instanceLock != null) {
        instanceLock.close();
      }
    }
  }

  @Bean
  InstanceLockHolder instanceLock(StorageSettings settings) {
    try {
      return new InstanceLockHolder(
          DataSources.sqliteFile(settings.url()).map(InstanceLock::acquire).orElse(null));
    } catch (UncheckedIOException | InvalidPathException e) {
      throw databaseUnavailable(settings, e);
    }
  }

  /// Opens the database after the lock is held.
  @Bean
  DataSources dataSources(StorageSettings settings, InstanceLockHolder lock) {
    DataSources sources = open(settings);
    try {
      Schema.migrate(sources);
      return sources;
    } catch (FlywayException e) {
      sources.close();
      throw new DatabaseUnavailableException(
          "the tables of %s cannot be brought up to date: %s"
              .formatted(settings.redactedUrl(), FailureText.rootMessage(e)),
          e);
    }
  }

  static DataSources open(StorageSettings settings) {
    try {
      return DataSources.open(settings.url(), settings.username(), settings.password());
    } catch (RuntimeException e) {
      throw databaseUnavailable(settings, e);
    }
  }

  /// A driver's message may quote the whole address, with the password in it.
  private static DatabaseUnavailableException databaseUnavailable(
      StorageSettings settings, RuntimeException e) {
    String reason = FailureText.rootMessage(e).replace(settings.url(), settings.redactedUrl());
    return new DatabaseUnavailableException(
        "the database %s cannot be used: %s; check spring.datasource.url%s"
            .formatted(
                settings.redactedUrl(),
                reason,
                DataSources.sqliteFile(settings.url()).isPresent()
                    ? ""
                    : ", .username and .password"),
        e);
  }

  @Bean
  Database database(DataSources sources, InstanceLockHolder lock) {
    Database database = new Database(sources);
    if (lock.instanceLock() != null) {
      StaleLeases.releaseAll(database, LEASED_TABLES);
    }
    return database;
  }
}
