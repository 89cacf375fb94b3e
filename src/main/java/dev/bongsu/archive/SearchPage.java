package dev.bongsu.archive;

import java.util.List;

/// One page of a search.
///
/// @param number from 1
/// @param offset the number of articles on earlier pages
/// @param hits newest first; may be empty
/// @param hasNext whether there is a next page
/// @param complete false while the archive is being built: articles may be missing
public record SearchPage(
    int number, int offset, List<SearchHit> hits, boolean hasNext, boolean complete) {
  public SearchPage {
    hits = List.copyOf(hits);
  }
}
