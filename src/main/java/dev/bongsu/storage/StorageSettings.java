package dev.bongsu.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the database is.
///
/// @param url a JDBC address of SQLite or PostgreSQL
/// @param username null for SQLite
/// @param password null for SQLite
@ConfigurationProperties("spring.datasource")
public record StorageSettings(
    @DefaultValue("jdbc:sqlite:data/bongsu.db") String url,
    @Nullable String username,
    @Nullable String password) {
  public StorageSettings {
    Dialect.of(url);
  }

  /// The address without what may be secret in it.
  public String shownUrl() {
    return url.replaceFirst("\\?.*$", "").replaceFirst("//[^/@]*@", "//");
  }

  @Override
  public String toString() {
    return "StorageSettings[" + shownUrl() + "]";
  }
}
