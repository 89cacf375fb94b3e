package dev.bongsu.article;

import dev.bongsu.http.HostStore;
import dev.bongsu.page.ArticleText;
import dev.bongsu.query.ArticleFields;
import dev.bongsu.summary.ArticleKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry made ours.
///
/// @param link where it is read
/// @param source the name of its feed
/// @param title one line, not blank
/// @param text the body as read from the page; the feed's own text until then, or if the page
///   cannot be had; may be empty
/// @param language BCP 47, `und` if unknown
/// @param published null if nobody knows
/// @param author blank if nobody knows
/// @param categories as the feed calls them
/// @param kind news until its page is read
public record Article(
    ArticleId id,
    URI link,
    String source,
    String title,
    String text,
    String language,
    @Nullable Instant published,
    String author,
    List<String> categories,
    ArticleKind kind) {

  /// What queries ask about beside the words.
  public ArticleFields fields() {
    return ArticleFields.of(source, HostStore.hostOf(link), language, categories, author);
  }

  /// The same with another language.
  public Article withLanguage(String other) {
    return new Article(id, link, source, title, text, other, published, author, categories, kind);
  }

  /// What queries are matched against, and spans count in.
  public String matchedText() {
    return ArticleText.matchedText(title, text);
  }
}
