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
    List<String> wanted = term.words().stream().map(WordCharacters::surfaceForm).toList();
    List<Occurrence> found = new ArrayList<>();
    for (int first = 0; first + wanted.size() <= words.words().size(); first++) {
      if (matchesAt(wanted, first)) {
        SurfaceWord last = words.words().get(first + wanted.size() - 1);
        int start = words.words().get(first).start();
        Occurrence place = words.occurrence(start, last.start() + wanted.getLast().length());
        if (matchesLetters(term, place)) {
          found.add(place);
        }
      }
    }
    return found;
  }

  /// Whether letter case and marks are as wanted. The exact word "it" does not match IT.
  private boolean matchesLetters(ExactTerm term, Occurrence place) {
    String written = normal.substring(place.start(), place.end());
    String letters = WordCharacters.retainWordCharacters(written);
    boolean same =
        term.isCaseSensitive()
            ? letters.equals(term.letters())
            : WordCharacters.toLowerCase(letters).equals(term.letters())
                && !ACRONYM.matcher(written).matches();
    return same && normal.startsWith(term.signs(), place.end());
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
