package dev.bongsu.chat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An outgoing message without any platform's markup; each platform renders it.
public sealed interface Message {

  /// A reply in plain lines.
  ///
  /// @param text shown literally; lines end in `\n`; not blank
  /// @param buttons rows of buttons below it; may be empty
  /// @param mode how it reaches its chat
  record Text(String text, List<List<Button>> buttons, ReplyMode mode) implements Message {
    public Text {
      if (text.isBlank()) {
        throw new IllegalArgumentException("text is blank");
      }
      buttons = buttons.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    }

    /// A new message without buttons.
    public Text(String text) {
      this(text, List.of(), ReplyMode.NEW_MESSAGE);
    }

    /// The same with a note below it.
    public Text withNote(String note) {
      return new Text(text + "\n" + note, buttons, mode);
    }
  }

  /// One article for one chat.
  ///
  /// @param title one line, without markup; not blank
  /// @param summary sentences in the article's order; may be empty
  /// @param source name of the feed and kind of the article; may be blank
  /// @param published null if unknown
  /// @param subscriptions the chat's queries that matched, as written, oldest first
  /// @param matchedWords the words of the article that matched, in its order; may be empty
  /// @param locale of the chat
  /// @param presentation buttons, sound and preview
  record Alert(
      String title,
      URI link,
      List<String> summary,
      String source,
      @Nullable Instant published,
      List<String> subscriptions,
      List<String> matchedWords,
      ChatLocale locale,
      Presentation presentation)
      implements Message {
    public Alert {
      summary = List.copyOf(summary);
      subscriptions = List.copyOf(subscriptions);
      matchedWords = List.copyOf(matchedWords);
    }

    /// An alert with the default presentation.
    public Alert(
        String title,
        URI link,
        List<String> summary,
        String source,
        @Nullable Instant published,
        List<String> subscriptions,
        List<String> matched,
        ChatLocale reader) {
      this(
          title,
          link,
          summary,
          source,
          published,
          subscriptions,
          matched,
          reader,
          Presentation.DEFAULT);
    }

    /// The same with a note beside its source.
    public Alert withNote(String note) {
      return new Alert(
          title,
          link,
          summary,
          source.isBlank() ? note : source + " · " + note,
          published,
          subscriptions,
          matchedWords,
          locale,
          presentation);
    }
  }

  /// Buttons, sound and preview of an alert.
  ///
  /// @param language name of the article's language; blank if it is the reader's own
  /// @param buttons rows of buttons beside the one that opens the article; may be empty
  /// @param silent whether it comes without a sound
  /// @param preview whether the platform may show a picture of the page
  record Presentation(
      String language, List<List<Button>> buttons, boolean silent, boolean preview) {
    public static final Presentation DEFAULT = new Presentation("", List.of(), false, false);

    public Presentation {
      buttons = buttons.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    }
  }

  /// Several articles in one message, because they came too fast for one alert each.
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
  record ChatLocale(Locale language, ZoneId zone) {}
}
