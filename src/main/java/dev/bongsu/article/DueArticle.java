package dev.bongsu.article;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A claimed article: its page is to be fetched, or its chats are to be notified.
///
/// @param host reserved for fetching the page; blank if the page is not to be fetched
/// @param feedLanguage the feed's language; may be blank
/// @param pageDeadline the feed's text is used from then on
/// @param notifiedUpTo chats up to this key have their delivery; null while the article is pending
/// @param attempts failed attempts so far
public record DueArticle(
    Claim claim,
    Article article,
    String host,
    String feedLanguage,
    Instant pageDeadline,
    @Nullable Long notifiedUpTo,
    int attempts)
    implements ClaimedRow {

  /// The chat after which notifying continues; null while the article is pending.
  public @Nullable ChatKey resumeAfter() {
    return notifiedUpTo == null ? null : new ChatKey(notifiedUpTo);
  }

  DueArticle withoutPage() {
    return new DueArticle(claim, article, "", feedLanguage, pageDeadline, notifiedUpTo, attempts);
  }
}
