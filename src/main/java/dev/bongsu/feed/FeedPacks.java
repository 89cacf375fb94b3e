package dev.bongsu.feed;

import dev.bongsu.storage.Database;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The packs of the catalogue and which of their sources are on. The settings and the files give
/// the default; what an owner switched goes before them and lasts.
///
/// A source is on if an owner switched it on, or if its pack is on and neither its file nor an
/// owner has it off.
public final class FeedPacks {
  private final Database database;
  private final FeedCatalogue catalogue;
  private final FeedStore feeds;
  private final PackSwitchStore switches;

  public FeedPacks(Database database, FeedCatalogue catalogue, FeedStore feeds) {
    this.database = database;
    this.catalogue = catalogue;
    this.feeds = feeds;
    this.switches = new PackSwitchStore(database);
  }

  /// Updates the table of feeds: the sources that are on are polled, and no others unless a chat
  /// keeps them.
  public void sync() {
    feeds.syncCatalogue(enabledFeeds());
  }

  /// In order of their names.
  public List<PackStatus> all() {
    Map<String, Boolean> switched = switches.all();
    return catalogue.packs().stream().map(pack -> PackStatus.of(pack, switched)).toList();
  }

  /// Switches a pack. With it go the sources that were on without it; those that an owner switched
  /// off stay off.
  public PackChange switchPack(FeedPack pack, boolean on) {
    return change(
        () -> {
          switches.put(pack.name(), on);
          if (!on) {
            switches.deleteEnabled(
                pack.feeds().stream().map(feed -> feed.address().toString()).toList());
          }
        });
  }

  /// Switches one source.
  public PackChange switchSource(CatalogueFeed source, boolean on) {
    return change(() -> switches.put(source.address().toString(), on));
  }

  private PackChange change(Runnable switching) {
    return database.inTransaction(
        () -> {
          Set<URI> before = enabledAddresses();
          switching.run();
          sync();
          Set<URI> after = enabledAddresses();
          Set<URI> ended = new HashSet<>(before);
          ended.removeAll(after);
          long kept = ended.stream().filter(feed -> feeds.findActive(feed).isPresent()).count();
          after.removeAll(before);
          return new PackChange(after.size(), ended.size(), (int) kept);
        });
  }

  private Set<URI> enabledAddresses() {
    return enabledFeeds().stream()
        .map(CatalogueFeed::address)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private List<CatalogueFeed> enabledFeeds() {
    return all().stream().flatMap(pack -> pack.enabledFeeds().stream()).toList();
  }

  /// A pack as it is now.
  ///
  /// @param on whether the pack is on; single sources may differ
  /// @param enabledFeeds its sources that are on
  public record PackStatus(FeedPack pack, boolean on, List<CatalogueFeed> enabledFeeds) {
    private static PackStatus of(FeedPack pack, Map<String, Boolean> switched) {
      boolean on = switched.getOrDefault(pack.name(), pack.enabled());
      return new PackStatus(
          pack,
          on,
          pack.feeds().stream()
              .filter(
                  feed ->
                      switched.getOrDefault(
                          feed.address().toString(), on && feed.disabled() == null))
              .toList());
    }
  }

  /// What switching did.
  ///
  /// @param started the sources that are on now and were not before
  /// @param ended the sources that are off now
  /// @param kept of the ended, those that are still polled because a chat added them
  public record PackChange(int started, int ended, int kept) {}
}
