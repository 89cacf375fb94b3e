package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds occurrences of different words that are near each other, in any order.
final class ProximitySearch {
  private final SurfaceText words;
  private final Proximity proximity;

  /// A place of one of the sought words.
  ///
  /// @param term of the sought words
  /// @param first number of the written word it begins in
  /// @param last number of the one it ends in
  private record Hit(int term, Occurrence place, int first, int last) {}

  ProximitySearch(SurfaceText words, Proximity proximity) {
    this.words = words;
    this.proximity = proximity;
  }

  /// @param found for each sought word its places, at least one
  List<Occurrence> find(List<List<Occurrence>> found) {
    List<Hit> hits = new ArrayList<>();
    for (int which = 0; which < found.size(); which++) {
      for (Occurrence place : found.get(which)) {
        hits.add(hit(which, place));
      }
    }
    // By their ends too: the order of the sought words must not matter.
    hits.sort(
        Comparator.<Hit>comparingInt(hit -> hit.place().start())
            .thenComparingInt(hit -> hit.place().end()));
    return windows(hits, found.size());
  }

  private Hit hit(int which, Occurrence place) {
    int first = words.wordIndexAt(words.characterIndexAt(place.start()));
    int last = words.wordIndexAt(words.characterIndexAt(place.end() - 1));
    return new Hit(which, place, first, last);
  }

  /// Moves over the hits and looks back from each to the latest one of every other word.
  private List<Occurrence> windows(List<Hit> hits, int sought) {
    List<Occurrence> near = new ArrayList<>();
    Hit[] latest = new Hit[sought];
    for (Hit hit : hits) {
      latest[hit.term()] = hit;
      if (areNear(latest)) {
        for (Hit member : latest) {
          near.add(member.place());
        }
      }
    }
    return near.stream().distinct().toList();
  }

  private boolean areNear(Hit[] hits) {
    int first = Integer.MAX_VALUE;
    int last = 0;
    int covered = 0;
    for (Hit hit : hits) {
      if (hit == null) {
        return false;
      }
      first = Math.min(first, hit.first());
      last = Math.max(last, hit.last());
      covered += hit.last() - hit.first() + 1;
    }
    return last - first + 1 - covered <= proximity.wordsBetween()
        && words.words().get(first).sentence() == words.words().get(last).sentence();
  }
}
