package dev.bongsu.cli;

import dev.bongsu.chat.ChatId;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.feed.Opml;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/// Imports and exports the feeds of a chat as lists.
record FeedLists(FeedStore feeds, KeeperStore keepers, ChatStore chats) {

  /// Makes a chat a keeper of the feeds of a list; the running bot fetches them.
  ///
  /// @param shared whether everybody gets their articles; secret ones stay with the chat
  /// @param progress called after each feed with the number of feeds done
  /// @return the number of feeds that the chat did not keep before
  int importList(ChatId keeper, Opml list, boolean shared, IntConsumer progress) {
    Chat chat = chats.findOrCreate(keeper, Locale.ENGLISH);
    int added = 0;
    int done = 0;
    for (Opml.Outline feed : list.feeds()) {
      added += feeds.addWithoutFetching(feed.address(), feed.title(), chat.key()) ? 1 : 0;
      if (shared) {
        feeds.find(feed.address()).ifPresent(found -> feeds.share(found.id()));
      }
      progress.accept(++done);
    }
    return added;
  }

  /// The feeds a chat keeps; empty for an unknown chat.
  List<Feed> keptBy(ChatId keeper) {
    return chats.find(keeper).map(chat -> keepers.feedsKeptBy(chat.key())).orElse(List.of());
  }
}
