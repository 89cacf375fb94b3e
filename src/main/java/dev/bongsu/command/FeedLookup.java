package dev.bongsu.command;

import dev.bongsu.conversation.ListNumber;
import dev.bongsu.feed.FeedAddress;
import dev.bongsu.feed.FeedStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Finds the feed that a person means.
final class FeedLookup {
  private FeedLookup() {}

  /// By its number in the list, or by its address.
  static Optional<FeedStatus> find(List<FeedStatus> all, String which) {
    Optional<URI> address = FeedAddress.parse(which);
    return ListNumber.parseIndex(which, all.size())
        .map(all::get)
        .or(
            () ->
                all.stream()
                    .filter(s -> address.filter(s.feed().address()::equals).isPresent())
                    .findFirst());
  }
}
