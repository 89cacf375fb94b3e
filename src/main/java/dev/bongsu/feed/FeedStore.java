package dev.bongsu.feed;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.http.HostStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.WorkQueue;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The feeds: due polls, results, keepers.
///
/// Threads: safe for any number, on any number of nodes.
public final class FeedStore implements WorkQueue<DueFeed> {
  /// The table to nudge when a feed is due.
  public static final String TABLE = "feed";

  private final Database database;
  private final InstantSource clock;
  private final FeedHealthStore health;
  private final HostPauses pauses;
  private final Nudges nudges;
  private final DueFeedStore due;
  private final KeeperStore keepers;
  private final FeedMoveStore moves;
  private final CatalogueStore catalogue;
  private final AudienceStore audience;
  private final FeedYieldStore yields;

  public FeedStore(
      Database database,
      InstantSource clock,
      LeaseSettings lease,
      HostStore hosts,
      FeedSchedule schedule,
      AudienceStore audience,
      Nudges nudges) {
    this.database = database;
    this.clock = clock;
    this.pauses = new HostPauses(hosts);
    this.health = new FeedHealthStore(database, clock, schedule);
    this.nudges = nudges;
    this.due = new DueFeedStore(database, clock, lease, hosts);
    this.keepers = new KeeperStore(database, clock);
    this.audience = audience;
    this.moves = new FeedMoveStore(database, clock, keepers, audience);
    this.yields = new FeedYieldStore(database, clock);
    this.catalogue = new CatalogueStore(database, clock, keepers, audience);
  }

  @Override
  public String table() {
    return TABLE;
  }

  /// Claims feeds that can be polled now: due, at most one per host, and only hosts whose gap is
  /// over.
  ///
  /// @param max at least 1
  /// @return in no order; empty if nothing is due
  @Override
  public List<DueFeed> claim(int max) {
    return due.claim(max);
  }

  /// Extends the lease of a feed and of its host.
  ///
  /// @return false if the lease was lost: stop working on it
  @Override
  public boolean renew(DueFeed feed) {
    return due.renew(feed);
  }

  /// Releases a feed unchanged, so that it can be claimed before its lease expires.
  @Override
  public void release(DueFeed feed) {
    due.releaseUnfinished(feed);
  }

  /// Records the result of a poll and releases the feed. Call it first in the transaction that
  /// stores the feed's new articles.
  ///
  /// @return false if the lease was lost: nothing may be stored
  public boolean finish(DueFeed feed, FetchOutcome outcome) {
    return database.inTransaction(
        () -> {
          boolean held = due.release(feed);
          if (held) {
            record(feed.feed(), outcome);
          }
          return held;
        });
  }

  private void record(Feed feed, FetchOutcome outcome) {
    health.record(feed, outcome);
    pauses.record(feed, outcome);
    switch (outcome) {
      case FetchOutcome.Fetched fetched ->
          moves.recordRedirect(feed, fetched.publisherHints().movedTo());
      case FetchOutcome.NotModified(_, FetchOutcome.PublisherHints hints) ->
          moves.recordRedirect(feed, hints.movedTo());
      case FetchOutcome.Failed _,
          FetchOutcome.RateLimited _,
          FetchOutcome.Forbidden _,
          FetchOutcome.NotAFeed _,
          FetchOutcome.Missing _,
          FetchOutcome.Gone _ ->
          yields.recordFailure(feed.id());
    }
  }

  /// Records that a poll brought new articles. Call it in the transaction that stores them.
  public void recordArticles(Feed feed) {
    yields.recordArticles(feed.id());
  }

  /// The notice for the feed's keepers after this poll, each notice once. Call it in the
  /// transaction of [#finish(DueFeed, FetchOutcome)].
  public Optional<FeedNotice> claimNotice(Feed feed) {
    return health
        .claimNotice(feed.id())
        .map(kind -> new FeedNotice(kind, feed, keepers.keepersOf(feed.id())));
  }

  /// Adds a feed whose document was just fetched, and schedules its next poll. A stopped or gone
  /// feed becomes active again. Call it in the transaction that stores the document's entries.
  ///
  /// @return the feed. If `isFirstPoll`, the caller stores the document's entries without alerts;
  ///   otherwise the feed was active before and its own polls store them
  public Feed add(URI address, FetchOutcome.Fetched fetched) {
    return database.inTransaction(
        () -> {
          boolean begins = insert(address) || reactivate(address) || keepers.restart(address);
          Feed feed = find(address).orElseThrow();
          if (begins) {
            health.record(feed, fetched);
            nudges.nudge(TABLE);
            return get(feed.id()).orElseThrow().asFirstPoll();
          }
          return feed;
        });
  }

  /// Adds a feed of an imported list without fetching it. Its first poll is scheduled, and `/feeds`
  /// shows the result.
  ///
  /// @param title the list's title for it, until the feed gives its own; may be blank
  /// @return false if the chat keeps it already
  public boolean addWithoutFetching(URI address, String title, ChatKey keeper) {
    return database.inTransaction(
        () -> {
          if (insert(address) || reactivate(address)) {
            database
                .write()
                .sql("update feed set title = :title where address = :address and title = ''")
                .param("title", title)
                .param("address", address.toString())
                .update();
            nudges.nudge(TABLE);
          }
          return keepers.add(find(address).orElseThrow().id(), keeper);
        });
  }

  private boolean insert(URI address) {
    Optional<FeedId> inserted =
        database
            .write()
            .sql(
                """
                insert into feed (address, host, secret, due_ms)
                values (:address, :host, :secret, :now)
                on conflict (address) do nothing returning id
                """)
            .param("address", address.toString())
            .param("host", HostStore.hostOf(address))
            .param("secret", FeedAddress.isSecret(address))
            .param("now", clock.millis())
            .query((row, _) -> new FeedId(row.getLong("id")))
            .optional();
    inserted.ifPresent(audience::refresh);
    return inserted.isPresent();
  }

  private boolean reactivate(URI address) {
    return database
            .write()
            .sql("update feed set state = 'active' where address = :address and state = 'gone'")
            .param("address", address.toString())
            .update()
        == 1;
  }

  /// The feed of exactly this address, in any state.
  public Optional<Feed> find(URI address) {
    return findOne("address = :value", address.toString());
  }

  /// The feed of exactly this address, if it is active.
  public Optional<Feed> findActive(URI address) {
    return findOne("address = :value and state = 'active'", address.toString());
  }

  /// The feed of this id, in any state.
  public Optional<Feed> get(FeedId id) {
    return findOne("id = :value", id.value());
  }

  private Optional<Feed> findOne(String condition, Object value) {
    return database
        .read()
        .sql("select * from feed where " + condition)
        .param("value", value)
        .query((row, _) -> FeedRowMapper.feed(row))
        .optional();
  }

  /// Shares a feed with everybody; a secret one stays with its keepers.
  ///
  /// @return the feed as it is now
  public Feed share(FeedId feed) {
    return database.inTransaction(
        () -> {
          audience.setShared(feed, true);
          return get(feed).orElseThrow();
        });
  }

  /// Leaves a shared feed to its keepers, and stops it if it has none.
  public void unshare(FeedId feed) {
    database.inTransaction(
        () -> {
          audience.setShared(feed, false);
          keepers.stopFeedsWithoutKeepers();
        });
  }

  /// Shares a feed with the chats of a workspace; a secret one stays with its keepers.
  ///
  /// @param sharer a chat of the workspace
  public void shareInWorkspace(FeedId feed, ChatId sharer) {
    audience.shareInWorkspace(feed, sharer);
  }

  /// Ends that, and stops the feed if nobody is left.
  public void unshareInWorkspace(FeedId feed, ChatId sharer) {
    database.inTransaction(
        () -> {
          audience.unshareInWorkspace(feed, sharer);
          keepers.stopFeedsWithoutKeepers();
        });
  }

  /// Replaces the catalogue: adds new feeds, and stops removed ones unless a chat keeps them.
  void syncCatalogue(List<CatalogueFeed> feeds) {
    catalogue.sync(feeds);
    nudges.nudge(TABLE);
  }
}
