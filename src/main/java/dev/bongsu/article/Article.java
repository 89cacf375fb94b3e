package dev.bongsu.article;

import dev.bongsu.http.HostStore;
import dev.bongsu.page.ArticleText;
import dev.bongsu.query.ArticleFields;
import dev.bongsu.summary.ArticleKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article.
///
/// @param link where it is read
/// @param source the name of its feed
/// @param title one line, not blank
/// @param text the body of the page; the feed's own text until the page is fetched, or without a
///   page; may be empty
/// @param language BCP 47, `und` if unknown
/// @param published null if unknown
/// @param author blank if unknown
/// @param categories of the feed
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

  /// The fields that queries can match beside the words.
  public ArticleFields fields() {
    return ArticleFields.of(source, HostStore.hostOf(link), language, categories, author);
  }

  /// The same article with another language.
  public Article withLanguage(String other) {
    return new Article(id, link, source, title, text, other, published, author, categories, kind);
  }

  /// The text that queries are matched against, and that spans refer to.
  public String matchedText() {
    return ArticleText.matchedText(title, text);
  }
}
