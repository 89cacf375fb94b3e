package dev.bongsu.archive;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.article.Article;
import java.time.Instant;

/// An article of the archive.
///
/// @param analysed its matched text
/// @param ownPage false if its link is shared with other entries
/// @param effectiveTime when it was news
public record ArchivedArticle(
    Article article, AnalysedText analysed, boolean ownPage, Instant effectiveTime) {}
