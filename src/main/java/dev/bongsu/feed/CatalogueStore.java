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
  /// So many feeds are first asked in a second, or more if all of them took longer than
  /// [#MAX_SPREAD].
  private static final int POLLS_PER_SECOND = 4;

  private static final Duration MAX_SPREAD = Duration.ofMinutes(1);

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

  /// Replaces the catalogue, and spreads the polls that are due, of other feeds too: after a start
  /// all of them may be.
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
          spreadDuePolls();
        });
  }

  private void spreadDuePolls() {
    String due = "state = 'active' and due_ms <= :now and lease_until_ms <= :now";
    long now = clock.millis();
    int count =
        database
            .write()
            .sql("select count(*) from feed where " + due)
            .param("now", now)
            .query(Integer.class)
            .single();
    String spread =
        """
        with late as (
          select id, row_number() over (order by due_ms, id) - 1 as place from feed where %s)
        update feed set due_ms = :now + 1000 * (late.place / :pace)
        from late where late.id = feed.id
        """
            .formatted(due);
    database
        .write()
        .sql(spread)
        .param("now", now)
        .param(
            "pace", Math.max(POLLS_PER_SECOND, Math.ceilDiv(count, (int) MAX_SPREAD.toSeconds())))
        .update();
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
              headers, in_catalogue)
            values (:address, :host, false, :now, :name, :category, :language, :interval, :headers,
              true)
            on conflict (address) do update set
              name = excluded.name, category = excluded.category, language = excluded.language,
              interval_ms = excluded.interval_ms, headers = excluded.headers,
              in_catalogue = true, secret = excluded.secret,
              etag = case when feed.state = 'stopped' then null else feed.etag end,
              last_modified = case when feed.state = 'stopped' then null else feed.last_modified end,
              body_hash = case when feed.state = 'stopped' then '' else feed.body_hash end,
              succeeded_ms = case when feed.state = 'stopped' then null else feed.succeeded_ms end,
              state = case when feed.state = 'stopped' then 'active' else feed.state end
            """)
        .param("address", feed.address().toString())
        .param("host", HostStore.hostOf(feed.address()))
        .param("now", clock.millis())
        .param("name", feed.name())
        .param("category", feed.category())
        .param("language", feed.language())
        .param("headers", feed.headers().encode())
        .param("interval", interval == null ? null : interval.toMillis(), Types.BIGINT)
        .update();
  }

  private void removeFromCatalogue(String address) {
    database
        .write()
        .sql(
            "update feed set in_catalogue = false, name = '', category = '', interval_ms = null,"
                + " headers = '', secret = :secret"
                + " where address = :address")
        .param("secret", FeedAddress.isSecret(URI.create(address)))
        .param("address", address)
        .update();
  }
}
