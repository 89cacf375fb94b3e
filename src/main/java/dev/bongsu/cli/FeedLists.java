package dev.bongsu.cli;

import dev.bongsu.chat.ChatId;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.Opml;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/// The feeds of a chat, to take in and to give out as lists.
///
/// @param feeds of the installation
/// @param chats that keep them
public record FeedLists(FeedStore feeds, ChatStore chats) {

  /// Makes a chat a keeper of the feeds of a list; they are read when a bot runs.
  ///
  /// @param progress is told how many of the list are done, after each
  /// @return how many it did not keep before
  int importList(ChatId keeper, Opml list, IntConsumer progress) {
    Chat chat = chats.findOrCreate(keeper, Locale.ENGLISH);
    int added = 0;
    int done = 0;
    for (Opml.Outline feed : list.feeds()) {
      added += feeds.addWithoutFetching(feed.address(), feed.title(), chat.key()) ? 1 : 0;
      progress.accept(++done);
    }
    return added;
  }

  /// The feeds a chat keeps; none for a chat that nobody has met.
  List<Feed> keptBy(ChatId keeper) {
    return chats.find(keeper).map(chat -> feeds.feedsKeptBy(chat.key())).orElse(List.of());
  }
}
