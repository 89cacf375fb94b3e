package dev.bongsu.feed;

import dev.bongsu.http.HostStore;
import dev.bongsu.storage.Database;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Feeds that moved permanently.
///
/// One permanent redirect is often a server's mistake (a maintenance page, a captive portal): three
/// polls in a row must lead to the same address, and each must return the feed.
final class FeedMoveStore {
  private static final Logger LOG = LoggerFactory.getLogger(FeedMoveStore.class);
  private static final int REQUIRED_REDIRECTS = 3;

  private final Database database;
  private final InstantSource clock;
  private final KeeperStore keepers;
  private final AudienceStore audience;

  FeedMoveStore(
      Database database, InstantSource clock, KeeperStore keepers, AudienceStore audience) {
    this.database = database;
    this.clock = clock;
    this.keepers = keepers;
    this.audience = audience;
  }

  /// Records the permanent redirect of a successful poll. A catalogue feed keeps the address of the
  /// operator's file; so does a secret address, whose token a redirect does not keep.
  ///
  /// @param movedTo null if there was no permanent redirect
  void recordRedirect(Feed feed, @Nullable URI movedTo) {
    if (movedTo == null || movedTo.equals(feed.address()) || feed.secret()) {
      resetRedirects(feed.id());
    } else if (countRedirects(feed.id(), movedTo) >= REQUIRED_REDIRECTS) {
      move(feed, movedTo);
    }
  }

  private void resetRedirects(FeedId id) {
    database
        .write()
        .sql("update feed set moved_to = null, moved_times = 0 where id = :id and moved_times > 0")
        .param("id", id.value())
        .update();
  }

  private int countRedirects(FeedId id, URI movedTo) {
    return database
        .write()
        .sql(
            """
            update feed set moved_times = case when moved_to = :to then moved_times + 1 else 1 end,
              moved_to = :to
            where id = :id and not in_catalogue returning moved_times
            """)
        .param("to", movedTo.toString())
        .param("id", id.value())
        .query((row, _) -> row.getInt("moved_times"))
        .optional()
        .orElse(0);
  }

  private void move(Feed feed, URI movedTo) {
    Optional<FeedId> there =
        database
            .write()
            .sql("select id from feed where address = :to")
            .param("to", movedTo.toString())
            .query((row, _) -> new FeedId(row.getLong("id")))
            .optional();
    there.ifPresentOrElse(other -> merge(feed, other), () -> changeAddress(feed, movedTo));
    LOG.info("{} moved permanently", feed);
  }

  private void changeAddress(Feed feed, URI movedTo) {
    database
        .write()
        .sql(
            """
            update feed set address = :to, host = :host, secret = :secret, moved_to = null,
              moved_times = 0, shared = (shared and not :secret)
            where id = :id
            """)
        .param("to", movedTo.toString())
        .param("host", HostStore.hostOf(movedTo))
        .param("secret", FeedAddress.isSecret(movedTo))
        .param("id", feed.id().value())
        .update();
    audience.refresh(feed.id());
  }

  /// Moves the keepers to the feed that is already polled there. What was shared stays shared.
  private void merge(Feed feed, FeedId other) {
    keepers.move(feed.id(), other);
    moveSharing(feed.id(), other);
    database
        .write()
        .sql("update feed set state = 'stopped', moved_to = null, moved_times = 0 where id = :id")
        .param("id", feed.id().value())
        .update();
    database
        .write()
        .sql("update feed set state = 'active', due_ms = :now where id = :id and state <> 'active'")
        .param("now", clock.millis())
        .param("id", other.value())
        .update();
  }

  private void moveSharing(FeedId from, FeedId to) {
    boolean shared =
        database
            .write()
            .sql("update feed set shared = false where id = :id and shared returning id")
            .param("id", from.value())
            .query((row, _) -> row.getLong("id"))
            .optional()
            .isPresent();
    if (shared) {
      audience.setShared(to, true);
    }
    audience.moveWorkspaces(from, to);
  }
}
