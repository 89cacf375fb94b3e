package dev.bongsu.article;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An article taken to be read, or, once it is read, to be told.
///
/// @param host reserved for fetching the page; blank if the page is not to be fetched
/// @param feedLanguage what the feed says its language is; may be blank
/// @param pageDeadline the page is waited for until then
/// @param notifiedUpTo chats up to this key have been told; null while the article is not read yet
/// @param attempts readings that failed so far
public record DueArticle(
    Claim claim,
    Article article,
    String host,
    String feedLanguage,
    Instant pageDeadline,
    @Nullable Long notifiedUpTo,
    int attempts)
    implements ClaimedRow {

  /// The chat after which the telling goes on; null while the article is not read yet.
  public @Nullable ChatKey resumeAfter() {
    return notifiedUpTo == null ? null : new ChatKey(notifiedUpTo);
  }

  DueArticle withoutPage() {
    return new DueArticle(claim, article, "", feedLanguage, pageDeadline, notifiedUpTo, attempts);
  }
}
