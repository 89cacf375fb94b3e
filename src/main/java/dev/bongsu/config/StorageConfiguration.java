package dev.bongsu.config;

import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.DeadLeases;
import dev.bongsu.storage.InstanceLock;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.Schema;
import dev.bongsu.storage.StorageSettings;
import dev.bongsu.storage.StorageWatch;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The database.
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
  private static final List<String> LEASED = List.of("feed", "article", "chat_queue", "inbox");

  /// Held as long as the bot runs; PostgreSQL needs none.
  record Lock(Optional<InstanceLock> held) implements AutoCloseable {
    @Override
    public void close() {
      held.ifPresent(InstanceLock::close);
    }
  }

  @Bean
  Lock instanceLock(StorageSettings settings) {
    try {
      return new Lock(DataSources.sqliteFile(settings.url()).map(InstanceLock::take));
    } catch (UncheckedIOException | InvalidPathException e) {
      throw unreachable(settings, e);
    }
  }

  /// Opened after the lock is held.
  @Bean
  DataSources dataSources(StorageSettings settings, Lock lock) {
    DataSources sources = open(settings);
    try {
      Schema.migrate(sources);
      return sources;
    } catch (FlywayException e) {
      sources.close();
      throw new UnreachableDatabase(
          "the tables of %s cannot be brought up to date: %s"
              .formatted(settings.shownUrl(), StartFailure.rootMessage(e)),
          e);
    }
  }

  static DataSources open(StorageSettings settings) {
    try {
      return DataSources.open(settings.url(), settings.username(), settings.password());
    } catch (RuntimeException e) {
      throw unreachable(settings, e);
    }
  }

  /// A driver's message may quote the whole address, with the password in it.
  private static UnreachableDatabase unreachable(StorageSettings settings, RuntimeException e) {
    String reason = StartFailure.rootMessage(e).replace(settings.url(), settings.shownUrl());
    return new UnreachableDatabase(
        "the database %s cannot be used: %s; check spring.datasource.url%s"
            .formatted(
                settings.shownUrl(),
                reason,
                DataSources.sqliteFile(settings.url()).isPresent()
                    ? ""
                    : ", .username and .password"),
        e);
  }

  @Bean
  Database database(DataSources sources, Lock lock) {
    Database database = new Database(sources);
    if (lock.held().isPresent()) {
      DeadLeases.end(database, LEASED);
    }
    return database;
  }

  @Bean
  StorageWatch storageWatch(Database database, InstantSource clock) {
    return new StorageWatch(database, clock);
  }

  @Bean
  Nudges nudges(Database database) {
    return new Nudges(database);
  }
}
