package dev.bongsu.archive;

import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleId;
import java.net.URI;
import java.time.Instant;

/// A matching article for a list of results.
///
/// @param source name of its feed; may be blank
/// @param time when it was published; when it was seen if that is unknown
public record SearchHit(ArticleId id, String title, URI link, String source, Instant time) {

  static SearchHit of(Article article, Instant seen) {
    Instant published = article.published();
    return new SearchHit(
        article.id(),
        article.title(),
        article.link(),
        article.source(),
        published == null ? seen : published);
  }
}
