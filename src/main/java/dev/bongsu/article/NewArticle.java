package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry to be stored as an article.
///
/// @param identity unique among articles: the same for one article in several feeds
/// @param page key of the page its link leads to; blank if it has no link
/// @param host whose page it is; blank if there is no page
/// @param text what the feed says about it; may be empty
/// @param categories as the feed calls them
record NewArticle(
    FeedId feed,
    String identity,
    String page,
    URI link,
    String host,
    String title,
    String text,
    String author,
    List<String> categories,
    String language,
    @Nullable Instant published,
    AlertPolicy alertPolicy) {
  /// Keys, times and indexes.
  private static final int ROW_BYTES = 500;

  /// In the row, in its identity, and in an index of each.
  private static final int COPIES_OF_LINK = 4;

  /// About what it takes in the database.
  long storedBytes() {
    return ROW_BYTES
        + title.getBytes(StandardCharsets.UTF_8).length
        + text.getBytes(StandardCharsets.UTF_8).length
        + COPIES_OF_LINK * (long) link.toString().length();
  }

  /// The same with the beginning of the text.
  NewArticle shortened(int maxChars) {
    if (text.length() <= maxChars) {
      return this;
    }
    int end = maxChars - (Character.isHighSurrogate(text.charAt(maxChars - 1)) ? 1 : 0);
    return new NewArticle(
        feed,
        identity,
        page,
        link,
        host,
        title,
        text.substring(0, end),
        author,
        categories,
        language,
        published,
        alertPolicy);
  }

  /// The same, apart from what another entry says at the same page.
  NewArticle apart() {
    return new NewArticle(
        feed,
        identity + " " + KeyedEntry.digest(title, text),
        page,
        link,
        "",
        title,
        text,
        author,
        categories,
        language,
        published,
        alertPolicy);
  }
}
