package dev.bongsu.command;

import dev.bongsu.access.AccessSettings.AddFeeds;
import dev.bongsu.access.AccessSettings;
import dev.bongsu.access.QuotaStore;
import dev.bongsu.article.ArticleIntake;
import dev.bongsu.article.PollKind;
import dev.bongsu.feed.DiscoveryOutcome;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedAddress;
import dev.bongsu.feed.FeedDiscovery;
import dev.bongsu.feed.FeedStatus;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.subscription.Chat;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Adds feeds to a chat, within what a chat may add.
public final class FeedAdder {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String QUOTA_KIND = "feed";

  private final FeedStore feeds;
  private final FeedDiscovery discovery;
  private final ArticleIntake intake;
  private final QuotaStore quotas;
  private final AccessSettings settings;

  public FeedAdder(
      FeedStore feeds,
      FeedDiscovery discovery,
      ArticleIntake intake,
      QuotaStore quotas,
      AccessSettings settings) {
    this.feeds = feeds;
    this.discovery = discovery;
    this.intake = intake;
    this.quotas = quotas;
    this.settings = settings;
  }

  /// What became of one.
  enum Outcome {
    ADDED,
    /// The chat has it already.
    ALREADY_ADDED,
    UNREADABLE,
    /// The chat has added as many today as it may.
    QUOTA_EXCEEDED
  }

  /// Whether somebody may add feeds at all.
  boolean isAllowed(boolean owner) {
    return owner || settings.addFeeds() == AddFeeds.EVERYONE;
  }

  /// Whether a chat has added as many as it may in a day; owners may add any number.
  boolean isQuotaExceeded(Chat chat, boolean owner) {
    return !owner && quotas.used(subject(chat), QUOTA_KIND, DAY) >= settings.feedsPerDay();
  }

  private static String subject(Chat chat) {
    return chat.id().toString();
  }

  /// Keeps a feed that was found.
  ///
  /// @return the feed, and whether nobody had it before
  Added add(Chat chat, DiscoveryOutcome.Found found) {
    Feed feed = feeds.add(found.address(), found.fetched());
    if (!feed.isFirstPoll()) {
      return new Added(feed, false);
    }
    quotas.increment(subject(chat), QUOTA_KIND, DAY);
    intake.ingest(feed, found.fetched().feed().entries(), PollKind.FIRST);
    feeds.addKeeper(feed.id(), chat.key());
    return new Added(feed, true);
  }

  /// Looks for the feed at an address: the network work is done when it returns.
  ///
  /// @return adds it, in a transaction
  Supplier<Outcome> prepare(Chat chat, String typed, boolean owner) {
    Optional<URI> address = FeedAddress.parse(typed);
    if (address.isEmpty() || !isAllowed(owner)) {
      return () -> Outcome.UNREADABLE;
    }
    Optional<Feed> known = feeds.findActive(address.get());
    if (known.isPresent()) {
      return () -> addKeeper(chat, known.get());
    }
    if (isQuotaExceeded(chat, owner)) {
      return () -> Outcome.QUOTA_EXCEEDED;
    }
    return switch (discovery.discover(address.get())) {
      case DiscoveryOutcome.NotFound _ -> () -> Outcome.UNREADABLE;
      case DiscoveryOutcome.Found found -> () -> addFeedOrKeeper(chat, found, owner);
    };
  }

  private Outcome addFeedOrKeeper(Chat chat, DiscoveryOutcome.Found found, boolean owner) {
    if (isQuotaExceeded(chat, owner)) {
      return Outcome.QUOTA_EXCEEDED;
    }
    Added added = add(chat, found);
    return added.isNew() ? Outcome.ADDED : addKeeper(chat, added.feed());
  }

  private Outcome addKeeper(Chat chat, Feed feed) {
    return feeds.addKeeper(feed.id(), chat.key()) ? Outcome.ADDED : Outcome.ALREADY_ADDED;
  }

  /// The chat keeps none any more.
  void forget(Chat chat) {
    feeds.visibleTo(chat.key()).stream()
        .filter(FeedStatus::kept)
        .forEach(status -> feeds.removeKeeper(status.feed().id(), chat.key()));
  }

  /// A feed of ours.
  ///
  /// @param isNew whether nobody had it before
  record Added(Feed feed, boolean isNew) {}
}
