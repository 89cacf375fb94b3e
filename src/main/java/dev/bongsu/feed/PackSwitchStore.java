package dev.bongsu.feed;

import dev.bongsu.storage.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The table `pack_switch`: the packs and sources that an owner switched, by the pack's name or the
/// source's address.
final class PackSwitchStore {
  private final Database database;

  PackSwitchStore(Database database) {
    this.database = database;
  }

  Map<String, Boolean> all() {
    Map<String, Boolean> switches = new HashMap<>();
    database
        .read()
        .sql("select item, enabled from pack_switch")
        .query(
            row -> {
              switches.put(row.getString("item"), row.getBoolean("enabled"));
            });
    return switches;
  }

  void put(String item, boolean enabled) {
    database
        .write()
        .sql(
            "insert into pack_switch (item, enabled) values (:item, :enabled)"
                + " on conflict (item) do update set enabled = excluded.enabled")
        .param("item", item)
        .param("enabled", enabled)
        .update();
  }

  /// Removes the items that are switched on.
  void deleteEnabled(List<String> items) {
    if (!items.isEmpty()) {
      database
          .write()
          .sql("delete from pack_switch where enabled and item in (:items)")
          .param("items", items)
          .update();
    }
  }
}
