package dev.bongsu.archive;

import java.util.List;

/// One page of a search.
///
/// @param number from 1
/// @param before how many articles are on the pages before
/// @param articles newest first; may be empty
/// @param more whether there is a next page
/// @param complete false while the archive is being made: articles may be missing
public record FoundPage(
    int number, int before, List<FoundArticle> articles, boolean more, boolean complete) {
  public FoundPage {
    articles = List.copyOf(articles);
  }
}
