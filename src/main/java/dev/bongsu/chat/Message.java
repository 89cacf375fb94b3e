package dev.bongsu.chat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What to say, free of any platform's markup. Each platform draws it its own way.
public sealed interface Message {

  /// An answer in plain lines.
  ///
  /// @param text shown literally; lines end in `\n`; not blank
  record Text(String text) implements Message {
    public Text {
      if (text.isBlank()) {
        throw new IllegalArgumentException("text is blank");
      }
    }
  }

  /// One article for one chat.
  ///
  /// @param title one line, without markup; not blank
  /// @param summary sentences in the article's order; may be empty
  /// @param source name of the feed, and in a word what kind of article it is; may be blank
  /// @param published null if nobody knows
  /// @param subscriptions the chat's queries it came for, as written, in the order they were made
  /// @param matched the words of the article that matched, in its order; may be empty
  /// @param reader whom it is written for
  record Alert(
      String title,
      URI link,
      List<String> summary,
      String source,
      @Nullable Instant published,
      List<String> subscriptions,
      List<String> matched,
      Reader reader)
      implements Message {
    public Alert {
      summary = List.copyOf(summary);
      subscriptions = List.copyOf(subscriptions);
      matched = List.copyOf(matched);
    }

    /// The same with a note beside its source.
    public Alert noted(String note) {
      return new Alert(
          title,
          link,
          summary,
          AlertWords.joined(source, note),
          published,
          subscriptions,
          matched,
          reader);
    }
  }

  /// Several articles in one: what came too fast for an alert each.
  ///
  /// @param heading says how many there are; one line
  /// @param items in the order they came; not empty
  record Digest(String heading, List<Item> items) implements Message {
    public Digest {
      items = List.copyOf(items);
    }
  }

  /// One article of a digest.
  ///
  /// @param title one line, without markup; not blank
  record Item(String title, URI link) {}

  /// Language and zone that a chat reads in.
  record Reader(Locale language, ZoneId zone) {}
}
