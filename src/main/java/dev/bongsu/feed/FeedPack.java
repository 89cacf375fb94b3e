package dev.bongsu.feed;

import java.util.List;

/// Some sources of the catalogue that are switched on together.
///
/// @param name unique; in a file of this name
/// @param enabled whether it is on by the settings
/// @param feeds in the file's order
public record FeedPack(String name, boolean enabled, List<CatalogueFeed> feeds) {
  public FeedPack {
    feeds = List.copyOf(feeds);
  }

  /// Identifies it in buttons: letters and digits.
  public String id() {
    return Integer.toHexString(name.hashCode());
  }
}
