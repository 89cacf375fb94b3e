package dev.bongsu.access;

import dev.bongsu.storage.Database;
import java.util.Optional;

/// The table `installation`: values of this bot by name, shared by all its nodes.
public final class InstallationStore {
  /// The key that buttons are signed with.
  public static final String BUTTON_KEY = "button-key";

  /// `open` if an owner opened the bot to everybody.
  public static final String ACCESS = "access";

  private final Database database;

  public InstallationStore(Database database) {
    this.database = database;
  }

  public Optional<String> find(String name) {
    return database
        .read()
        .sql("select value from installation where name = :name")
        .param("name", name)
        .query((row, _) -> row.getString("value"))
        .optional();
  }

  /// Stores a value unless the name has one, and returns the stored one.
  public String putIfAbsent(String name, String value) {
    database
        .write()
        .sql(
            "insert into installation (name, value) values (:name, :value)"
                + " on conflict (name) do nothing")
        .param("name", name)
        .param("value", value)
        .update();
    return find(name).orElseThrow();
  }

  public void put(String name, String value) {
    database
        .write()
        .sql(
            "insert into installation (name, value) values (:name, :value)"
                + " on conflict (name) do update set value = excluded.value")
        .param("name", name)
        .param("value", value)
        .update();
  }
}
