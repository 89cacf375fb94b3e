package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.http.HostStore;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The feeds: which are due, how they fare, who keeps them.
///
/// Threads: safe for any number, on any number of nodes.
public final class FeedStore {
  /// The table to nudge when a feed is due.
  public static final String TABLE = "feed";

  private final Database database;
  private final InstantSource clock;
  private final Duration lease;
  private final HostStore hosts;
  private final FeedHealthStore health;
  private final Nudges nudges;
  private final Claims claims;
  private final KeeperStore keepers;
  private final CatalogueStore catalogue;

  public FeedStore(
      Database database,
      InstantSource clock,
      LeaseSettings lease,
      HostStore hosts,
      FeedSchedule schedule,
      Nudges nudges) {
    this.database = database;
    this.clock = clock;
    this.lease = lease.hold();
    this.hosts = hosts;
    this.health = new FeedHealthStore(database, clock, schedule);
    this.nudges = nudges;
    this.claims = new Claims(database, clock, lease, TABLE, "id");
    this.keepers = new KeeperStore(database);
    this.catalogue = new CatalogueStore(database, clock);
  }

  /// Takes feeds that can be asked right now: due, and at most one of a host whose gap is over.
  ///
  /// @param limit how many at most; at least 1
  /// @return in no order; empty if nothing is due
  public List<DueFeed> claimDue(int limit) {
    return database.inTransaction(
        () -> {
          Map<String, Long> due = oneOfEachHost(limit);
          Set<String> reserved = hosts.reserve(due.keySet(), lease);
          Map<Long, Claim> taken = take(reserved.stream().map(due::get).toList());
          reserved.stream().filter(host -> !taken.containsKey(due.get(host))).forEach(hosts::free);
          return load(taken);
        });
  }

  private Map<String, Long> oneOfEachHost(int limit) {
    String sql =
        """
        select host, id from (
          select host, id, due_ms, row_number() over (partition by host order by due_ms, id) as place
          from feed
          where state = 'active' and due_ms <= :now and lease_until_ms <= :now) as due
        where place = 1 and %s
        order by due_ms, id limit :limit
        """
            .formatted(HostStore.isFree("due.host"));
    return database
        .write()
        .sql(sql)
        .param("now", clock.millis())
        .param("limit", limit)
        .query((row, _) -> Map.entry(row.getString("host"), row.getLong("id")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<Long, Claim> take(List<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String select =
        """
        select id from feed where id in (:ids)
          and state = 'active' and due_ms <= :now and lease_until_ms <= :now
        """;
    return claims.take(select, Map.of("ids", ids)).stream()
        .collect(Collectors.toMap(Claim::id, Function.identity()));
  }

  private List<DueFeed> load(Map<Long, Claim> taken) {
    if (taken.isEmpty()) {
      return List.of();
    }
    return database
        .write()
        .sql("select * from feed where id in (:ids)")
        .param("ids", taken.keySet())
        .query((row, _) -> FeedRow.feed(row))
        .list()
        .stream()
        .flatMap(
            feed ->
                Optional.ofNullable(taken.get(feed.id().value())).stream()
                    .map(claim -> new DueFeed(claim, feed)))
        .toList();
  }

  /// Prolongs the lease of a feed and of its host.
  ///
  /// @return false if the lease was lost: stop working on it
  public boolean renew(DueFeed due) {
    return database.inTransaction(
        () -> {
          boolean held = claims.renew(due.claim());
          if (held) {
            hosts.prolong(HostStore.hostOf(due.feed().address()), lease);
          }
          return held;
        });
  }

  /// Gives a feed back as it was: nobody waits for its lease to end.
  public void giveBack(DueFeed due) {
    database.inTransaction(
        () -> {
          if (claims.release(due.claim())) {
            hosts.free(HostStore.hostOf(due.feed().address()));
          }
        });
  }

  /// Records what became of a poll and gives the feed back. Call it in the transaction that stores
  /// the feed's new articles, before the rest.
  ///
  /// @return false if the lease was lost: nothing may be stored
  public boolean finish(DueFeed due, FetchOutcome outcome) {
    return database.inTransaction(
        () -> {
          boolean held = claims.release(due.claim());
          if (held) {
            record(due.feed(), outcome);
            hosts.free(HostStore.hostOf(due.feed().address()));
          }
          return held;
        });
  }

  private void record(Feed feed, FetchOutcome outcome) {
    switch (outcome) {
      case FetchOutcome.Fetched(ParsedFeed parsed, _, Validators validators) ->
          health.succeeded(feed.id(), parsed, validators);
      case FetchOutcome.NotModified(Validators validators) ->
          health.succeeded(feed.id(), null, validators);
      case FetchOutcome.Failed(String reason, Instant retryAt) -> {
        health.failed(feed.id(), reason, retryAt);
        if (retryAt != null) {
          hosts.hold(HostStore.hostOf(feed.address()), retryAt);
        }
      }
      case FetchOutcome.NotAFeed(String reason) ->
          health.failed(feed.id(), "not a feed: " + reason, null);
      case FetchOutcome.Gone() -> health.gone(feed.id());
    }
  }

  /// Adds a feed whose document was just read, to be polled again at its next time; a stopped or
  /// gone one comes back to life. Call it in the transaction that stores the document's entries.
  ///
  /// @return the feed; its `firstPoll` says whether the document's entries are the feed's first and
  ///   are to be kept quietly now. Otherwise it was polled before and goes on by itself
  public Feed add(URI address, FetchOutcome.Fetched fetched) {
    return database.inTransaction(
        () -> {
          boolean begins = insert(address) || revive(address);
          Feed feed = find(address).orElseThrow();
          if (begins) {
            health.succeeded(feed.id(), fetched.feed(), fetched.validators());
            nudges.nudge(TABLE);
            return get(feed.id()).orElseThrow().asFirstPoll();
          }
          return feed;
        });
  }

  private boolean insert(URI address) {
    return database
            .write()
            .sql(
                """
                insert into feed (address, host, secret, due_ms)
                values (:address, :host, :secret, :now)
                on conflict (address) do nothing
                """)
            .param("address", address.toString())
            .param("host", HostStore.hostOf(address))
            .param("secret", FeedAddress.isSecret(address))
            .param("now", clock.millis())
            .update()
        == 1;
  }

  private boolean revive(URI address) {
    return database
            .write()
            .sql("update feed set state = 'active' where address = :address and state <> 'active'")
            .param("address", address.toString())
            .update()
        == 1;
  }

  /// Makes a chat a keeper of a feed, which is polled from now on if its last keeper has just left.
  ///
  /// @return false if it is one already
  public boolean keep(FeedId feed, ChatKey chat) {
    return database.inTransaction(
        () -> {
          database
              .write()
              .sql("update feed set state = 'active' where id = :id and state = 'stopped'")
              .param("id", feed.value())
              .update();
          return keepers.add(feed, chat);
        });
  }

  /// Ends a keeper. A feed that nobody keeps and that is not in the catalogue stops.
  ///
  /// @return false if the chat did not keep it
  public boolean unkeep(FeedId feed, ChatKey chat) {
    return database.inTransaction(
        () -> {
          boolean kept = keepers.remove(feed, chat);
          catalogue.stopUnkept();
          return kept;
        });
  }

  /// The feed of exactly this address, in whatever state.
  public Optional<Feed> find(URI address) {
    return database
        .read()
        .sql("select * from feed where address = :address")
        .param("address", address.toString())
        .query((row, _) -> FeedRow.feed(row))
        .optional();
  }

  /// The feed of exactly this address, if it is polled.
  public Optional<Feed> findActive(URI address) {
    return database
        .read()
        .sql("select * from feed where address = :address and state = 'active'")
        .param("address", address.toString())
        .query((row, _) -> FeedRow.feed(row))
        .optional();
  }

  /// The feed of this number, in whatever state.
  public Optional<Feed> get(FeedId id) {
    return database
        .read()
        .sql("select * from feed where id = :id")
        .param("id", id.value())
        .query((row, _) -> FeedRow.feed(row))
        .optional();
  }

  /// The feeds a chat may see, by name: all but the secret ones of others.
  public List<FeedStatus> visibleTo(ChatKey chat) {
    return keepers.visibleTo(chat);
  }

  /// The feeds that failed so often in a row, the longest trouble first.
  public List<FailingFeed> failing(int least, int atMost) {
    return health.failing(least, atMost);
  }

  /// How the feeds fare as a whole.
  public FeedCounts counts() {
    return health.counts();
  }

  /// Makes the shipped feeds these: new ones are added, those no longer named stop unless a chat
  /// keeps them.
  void ship(List<CatalogueFeed> feeds) {
    catalogue.ship(feeds);
    nudges.nudge(TABLE);
  }
}
