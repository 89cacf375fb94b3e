package dev.bongsu.archive;

import dev.bongsu.article.Article;
import java.time.Instant;

/// An article of the archive.
///
/// @param ownPage false if its link is shared with other entries
/// @param happened when it was news
public record ArchivedArticle(Article article, boolean ownPage, Instant happened) {}
