package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds words exactly as written.
final class ExactSearch {
  private static final Pattern ACRONYM = Pattern.compile("[A-Z]{2,5}");

  private final SurfaceText words;
  private final String normal;

  ExactSearch(SurfaceText words, String normal) {
    this.words = words;
    this.normal = normal;
  }

  List<Occurrence> find(ExactTerm term) {
    List<String> wanted = term.words().stream().map(WordCharacters::toLowerCase).toList();
    List<Occurrence> found = new ArrayList<>();
    for (int first = 0; first + wanted.size() <= words.words().size(); first++) {
      if (matchesAt(wanted, first)) {
        SurfaceWord last = words.words().get(first + wanted.size() - 1);
        int start = words.words().get(first).start();
        Occurrence place = words.occurrence(start, last.start() + wanted.getLast().length());
        if (term.isCaseSensitive()
            ? matchesCase(String.join("", term.words()), place)
            : !isAcronym(place)) {
          found.add(place);
        }
      }
    }
    return found;
  }

  /// The exact word "it" does not match IT.
  private boolean isAcronym(Occurrence place) {
    return ACRONYM.matcher(normal.substring(place.start(), place.end())).matches();
  }

  private boolean matchesCase(String letters, Occurrence place) {
    return WordCharacters.retainWordCharacters(normal.substring(place.start(), place.end()))
        .equals(letters);
  }

  private boolean matchesAt(List<String> wanted, int first) {
    for (int i = 0; i < wanted.size(); i++) {
      SurfaceWord word = words.words().get(first + i);
      int end = word.start() + wanted.get(i).length();
      boolean whole = i + 1 < wanted.size() ? end == word.end() : word.canEndAt(end);
      boolean together = word.segment() == words.words().get(first).segment();
      if (!whole || !together || !words.matchesAt(wanted.get(i), word.start())) {
        return false;
      }
    }
    return true;
  }
}
