/// Articles: rows, queue, entry keys and canonical links.
///
/// `ArticleIntake` decides which entries are new, `ArticleStore` stores them, `PageFetcher` fetches
/// their pages.
///
/// May import `storage`, `chat`, `language`, `summary`, `page`, `http`, `query`, `syndication`,
/// `feed`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "language",
      "summary",
      "page",
      "http",
      "query",
      "syndication",
      "feed"
    })
@NullMarked
package dev.bongsu.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
