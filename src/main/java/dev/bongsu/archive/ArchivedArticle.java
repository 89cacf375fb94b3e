package dev.bongsu.archive;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.article.Article;
import java.time.Instant;

/// An article of the archive.
///
/// @param analysed its matched text
/// @param ownPage false if other entries share its link
/// @param effectiveTime the time for sorting
public record ArchivedArticle(
    Article article, AnalysedText analysed, boolean ownPage, Instant effectiveTime) {}
