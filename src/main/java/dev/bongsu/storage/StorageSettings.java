package dev.bongsu.storage;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The database.
///
/// @param url JDBC address of SQLite or PostgreSQL (`jdbc:postgresql://host/db`)
/// @param username user of PostgreSQL; unused by SQLite
/// @param password password of PostgreSQL; unused by SQLite
@ConfigurationProperties("spring.datasource")
public record StorageSettings(
    @DefaultValue("jdbc:sqlite:data/bongsu.db") String url,
    @Nullable String username,
    @Nullable String password) {
  private static final Pattern USER_INFO = Pattern.compile("//[^/?]*@");

  public StorageSettings {
    Dialect.of(url);
    if (USER_INFO.matcher(url).find()) {
      throw new IllegalArgumentException(
          "url must not hold a user and password: give them as username and password");
    }
  }

  /// The address without its possibly secret parameters.
  public String redactedUrl() {
    return url.replaceFirst("\\?.*$", "");
  }

  @Override
  public String toString() {
    return "StorageSettings[" + redactedUrl() + "]";
  }
}
