package dev.bongsu.command;

import dev.bongsu.access.AccessSettings;
import dev.bongsu.access.AccessSettings.AddFeeds;
import dev.bongsu.access.QuotaStore;
import dev.bongsu.article.ArticleIntake;
import dev.bongsu.article.PollKind;
import dev.bongsu.feed.DiscoveryOutcome;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedAddress;
import dev.bongsu.feed.FeedDiscovery;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.subscription.Chat;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Adds feeds to a chat, within its quota.
public final class FeedAdder {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String QUOTA_KIND = "feed";

  private final FeedStore feeds;
  private final KeeperStore keepers;
  private final FeedDiscovery discovery;
  private final ArticleIntake intake;
  private final QuotaStore quotas;
  private final AccessSettings settings;

  public FeedAdder(
      FeedStore feeds,
      KeeperStore keepers,
      FeedDiscovery discovery,
      ArticleIntake intake,
      QuotaStore quotas,
      AccessSettings settings) {
    this.feeds = feeds;
    this.keepers = keepers;
    this.discovery = discovery;
    this.intake = intake;
    this.quotas = quotas;
    this.settings = settings;
  }

  /// Finds the feed at an address; the network work is done when it returns.
  ///
  /// @param owner whether an owner of the bot adds it, who may add any number and shares them
  /// @return adds the feed, in a transaction
  Supplier<FeedAddition> prepare(Chat chat, String typed, boolean owner) {
    if (!isAllowed(owner)) {
      return FeedAddition.NotAllowed::new;
    }
    Optional<URI> address = FeedAddress.parse(typed);
    if (address.isEmpty()) {
      return FeedAddition.BadAddress::new;
    }
    Optional<Feed> known = known(chat, address.get());
    if (known.isPresent()) {
      return () -> addKeeper(chat, known.get(), owner);
    }
    if (isQuotaExceeded(chat, owner)) {
      return FeedAddition.QuotaExceeded::new;
    }
    return switch (discovery.discover(address.get())) {
      case DiscoveryOutcome.NotFound reason -> () -> new FeedAddition.NotFound(reason);
      case DiscoveryOutcome.Choice feeds -> () -> new FeedAddition.Choice(feeds);
      case DiscoveryOutcome.Found found -> () -> add(chat, found, owner);
    };
  }

  /// Whether [#prepare] would ask the network, for up to a minute and a half.
  boolean needsNetwork(Chat chat, String typed, boolean owner) {
    return isAllowed(owner)
        && FeedAddress.parse(typed).filter(address -> known(chat, address).isEmpty()).isPresent();
  }

  /// The feed of an address, if the chat sees it already. What only other chats added is found
  /// anew, like any other: that they have it is nobody's business.
  private Optional<Feed> known(Chat chat, URI address) {
    return feeds.findActive(address).filter(feed -> isVisible(chat, feed));
  }

  private boolean isVisible(Chat chat, Feed feed) {
    return keepers.visibleTo(chat.key()).stream()
        .anyMatch(one -> one.feed().id().equals(feed.id()));
  }

  /// Whether a person may add feeds at all.
  boolean isAllowed(boolean owner) {
    return owner || settings.addFeeds() == AddFeeds.EVERYONE;
  }

  private boolean isQuotaExceeded(Chat chat, boolean owner) {
    return !owner && quotas.used(subject(chat), QUOTA_KIND, DAY) >= settings.feedsPerDay();
  }

  private static String subject(Chat chat) {
    return chat.id().toString();
  }

  private FeedAddition add(Chat chat, DiscoveryOutcome.Found found, boolean owner) {
    if (isQuotaExceeded(chat, owner)) {
      return new FeedAddition.QuotaExceeded();
    }
    Feed feed = feeds.add(found.address(), found.fetched());
    boolean first = feed.isFirstPoll();
    if (!first && isVisible(chat, feed)) {
      return addKeeper(chat, feed, owner);
    }
    quotas.increment(subject(chat), QUOTA_KIND, DAY);
    Feed now = owner ? feeds.share(feed.id()) : feed;
    if (first) {
      intake.ingest(now.asFirstPoll(), found.fetched().feed().entries(), PollKind.FIRST);
    }
    keepers.add(feed.id(), chat.key());
    return new FeedAddition.New(now, found.fetched().feed().entries().size());
  }

  private FeedAddition addKeeper(Chat chat, Feed feed, boolean owner) {
    boolean added = keepers.add(feed.id(), chat.key());
    Feed now = owner ? feeds.share(feed.id()) : feed;
    return added ? new FeedAddition.Known(now) : new FeedAddition.AlreadyAdded(now);
  }

  /// Removes the chat as keeper of all feeds.
  void forget(Chat chat) {
    keepers.feedsKeptBy(chat.key()).forEach(feed -> keepers.remove(feed.id(), chat.key()));
  }
}
