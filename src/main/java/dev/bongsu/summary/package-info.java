/// The two or three sentences that stand for an article.
///
/// `ArticleSummary` chooses the way by the article's kind; `Summarizer` scores and selects
/// sentences. No storage, no network.
///
/// May import `language`.
@ApplicationModule(allowedDependencies = {"language"})
@NullMarked
package dev.bongsu.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
