package dev.bongsu.feed;

import dev.bongsu.http.HostStore;
import dev.bongsu.storage.Database;
import java.net.URI;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps the feeds of the catalogue in the table `feed`.
final class CatalogueStore {
  private final Database database;
  private final InstantSource clock;
  private final KeeperStore keepers;
  private final AudienceStore audience;

  CatalogueStore(
      Database database, InstantSource clock, KeeperStore keepers, AudienceStore audience) {
    this.database = database;
    this.clock = clock;
    this.keepers = keepers;
    this.audience = audience;
  }

  /// Replaces the catalogue.
  void sync(List<CatalogueFeed> feeds) {
    database.inTransaction(
        () -> {
          Set<String> left = new HashSet<>(catalogueAddresses());
          for (CatalogueFeed feed : feeds) {
            left.remove(feed.address().toString());
            upsert(feed);
          }
          left.forEach(this::removeFromCatalogue);
          audience.refreshAll();
          keepers.stopFeedsWithoutKeepers();
        });
  }

  private List<String> catalogueAddresses() {
    return database
        .write()
        .sql("select address from feed where in_catalogue")
        .query((row, _) -> row.getString("address"))
        .list();
  }

  /// The operator wrote the address into a file for everybody, so it is no secret. A stopped feed
  /// restarts with a first poll, which alerts nobody: its entries are old by now.
  private void upsert(CatalogueFeed feed) {
    Duration interval = feed.interval();
    database
        .write()
        .sql(
            """
            insert into feed (address, host, secret, due_ms, name, category, language, interval_ms,
              in_catalogue)
            values (:address, :host, :secret, :now, :name, :category, :language, :interval, true)
            on conflict (address) do update set
              name = excluded.name, category = excluded.category, language = excluded.language,
              interval_ms = excluded.interval_ms,
              in_catalogue = true, secret = excluded.secret,
              etag = case when feed.state = 'stopped' then null else feed.etag end,
              last_modified =
                case when feed.state = 'stopped' then null else feed.last_modified end,
              body_hash = case when feed.state = 'stopped' then '' else feed.body_hash end,
              succeeded_ms = case when feed.state = 'stopped' then null else feed.succeeded_ms end,
              state = case when feed.state = 'stopped' then 'active' else feed.state end
            """)
        .param("address", feed.address().toString())
        .param("host", HostStore.hostOf(feed.address()))
        .param("secret", false)
        .param("now", clock.millis())
        .param("name", feed.name())
        .param("category", feed.category())
        .param("language", feed.language())
        .param("interval", interval == null ? null : interval.toMillis(), Types.BIGINT)
        .update();
  }

  private void removeFromCatalogue(String address) {
    database
        .write()
        .sql(
            "update feed set in_catalogue = false, name = '', category = '', interval_ms = null,"
                + " secret = :secret"
                + " where address = :address")
        .param("secret", FeedAddress.isSecret(URI.create(address)))
        .param("address", address)
        .update();
  }
}
