/// Entries made ours: canonical link, clean text, language.
///
/// `ArticleReader` turns a page into text; `ArticleIntake` decides which entries are new;
/// `ArticleStore` keeps them.
///
/// May import `storage`, `chat`, `text`, `http`, `feed`, `query`.
@ApplicationModule(allowedDependencies = {"storage", "chat", "text", "http", "feed", "query"})
@NullMarked
package dev.bongsu.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
