package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.http.HostStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.WorkQueue;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The feeds: which are due, how they fare, who keeps them.
///
/// Threads: safe for any number, on any number of nodes.
public final class FeedStore implements WorkQueue<DueFeed> {
  /// The table to nudge when a feed is due.
  public static final String TABLE = "feed";

  private final Database database;
  private final InstantSource clock;
  private final HostStore hosts;
  private final FeedHealthStore health;
  private final Nudges nudges;
  private final DueFeedStore due;
  private final KeeperStore keepers;
  private final FeedMoveStore moves;
  private final FeedStatisticsStore statistics;
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
    this.hosts = hosts;
    this.health = new FeedHealthStore(database, clock, schedule);
    this.nudges = nudges;
    this.due = new DueFeedStore(database, clock, lease, hosts);
    this.keepers = new KeeperStore(database);
    this.moves = new FeedMoveStore(database, clock);
    this.statistics = new FeedStatisticsStore(database, clock);
    this.catalogue = new CatalogueStore(database, clock);
  }

  @Override
  public String table() {
    return TABLE;
  }

  /// Takes feeds that can be asked right now: due, and at most one of a host whose gap is over.
  ///
  /// @param max at least 1
  /// @return in no order; empty if nothing is due
  @Override
  public List<DueFeed> claim(int max) {
    return due.claim(max);
  }

  /// Prolongs the lease of a feed and of its host.
  ///
  /// @return false if the lease was lost: stop working on it
  @Override
  public boolean renew(DueFeed feed) {
    return due.renew(feed);
  }

  /// Gives a feed back as it was: nobody waits for its lease to end.
  @Override
  public void release(DueFeed feed) {
    due.releaseUnfinished(feed);
  }

  /// Records what became of a poll and gives the feed back. Call it in the transaction that stores
  /// the feed's new articles, before the rest.
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
    switch (outcome) {
      case FetchOutcome.Fetched fetched ->
          moves.recordRedirect(feed, fetched.publisherHints().movedTo());
      case FetchOutcome.NotModified(_, FetchOutcome.PublisherHints wish) ->
          moves.recordRedirect(feed, wish.movedTo());
      case FetchOutcome.Failed(_, Instant retryAt, URI server) when retryAt != null -> {
        hosts.pauseUntil(HostStore.hostOf(feed.address()), retryAt);
        hosts.pauseUntil(HostStore.hostOf(server == null ? feed.address() : server), retryAt);
      }
      case FetchOutcome.Failed _,
          FetchOutcome.NotAFeed _,
          FetchOutcome.Missing _,
          FetchOutcome.Gone _ -> {
        // nothing to note but its health
      }
    }
  }

  /// What the feed's keepers are to be told after this poll, each thing once. Call it in the
  /// transaction of [#finish(DueFeed, FetchOutcome)].
  public Optional<FeedNotice> claimNotice(Feed feed) {
    return health
        .claimNotice(feed.id())
        .map(kind -> new FeedNotice(kind, feed, keepers.keepersOf(feed.id())));
  }

  /// Adds a feed whose document was just read, to be polled again at its next time; a stopped or
  /// gone one comes back to life. Call it in the transaction that stores the document's entries.
  ///
  /// @return the feed; its `firstPoll` says whether the document's entries are the feed's first and
  ///   are to be kept quietly now. Otherwise it was polled before and goes on by itself
  public Feed add(URI address, FetchOutcome.Fetched fetched) {
    return database.inTransaction(
        () -> {
          boolean begins = insert(address) || reactivate(address);
          Feed feed = find(address).orElseThrow();
          if (begins) {
            health.record(feed, fetched);
            nudges.nudge(TABLE);
            return get(feed.id()).orElseThrow().asFirstPoll();
          }
          return feed;
        });
  }

  /// Takes in a feed that nobody has read yet, as a list names it: it is read when its turn comes,
  /// and `/feeds` says how that went.
  ///
  /// @param title what the list calls it, until it says so itself; may be blank
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

  /// The feeds a chat keeps, by name.
  public List<Feed> feedsKeptBy(ChatKey chat) {
    return keepers.visibleTo(chat).stream().filter(FeedStatus::kept).map(FeedStatus::feed).toList();
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

  private boolean reactivate(URI address) {
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
  public boolean addKeeper(FeedId feed, ChatKey chat) {
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
  public boolean removeKeeper(FeedId feed, ChatKey chat) {
    return database.inTransaction(
        () -> {
          boolean kept = keepers.remove(feed, chat);
          catalogue.stopFeedsWithoutKeepers();
          return kept;
        });
  }

  /// The feed of exactly this address, in whatever state.
  public Optional<Feed> find(URI address) {
    return findOne("address = :value", address.toString());
  }

  /// The feed of exactly this address, if it is polled.
  public Optional<Feed> findActive(URI address) {
    return findOne("address = :value and state = 'active'", address.toString());
  }

  /// The feed of this number, in whatever state.
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

  /// The feeds a chat may see, by name: all but the secret ones of others.
  public List<FeedStatus> visibleTo(ChatKey chat) {
    return keepers.visibleTo(chat);
  }

  /// The feeds that failed so often in a row, the longest trouble first.
  public List<FailingFeed> failing(int least, int atMost) {
    return statistics.failing(least, atMost);
  }

  /// The secret feeds of which a chat may see the articles.
  public Set<FeedId> secretFeedsKeptBy(ChatKey chat) {
    return keepers.secretFeedsKeptBy(chat);
  }

  /// How the feeds fare as a whole.
  public FeedCounts counts() {
    return statistics.counts();
  }

  /// Makes the shipped feeds these: new ones are added, those no longer named stop unless a chat
  /// keeps them.
  void syncCatalogue(List<CatalogueFeed> feeds) {
    catalogue.sync(feeds);
    nudges.nudge(TABLE);
  }
}
