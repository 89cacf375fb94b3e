package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.List;

/// Finds the words of one text that begin with a prefix, and nouns within words.
final class PrefixSearch {
  private final SurfaceText words;
  private final List<Token> tokens;

  /// The indexes of first characters, and the end of the word of each.
  private final int[] starts;

  private final int[] ends;

  private int size;

  PrefixSearch(SurfaceText words, List<Token> tokens) {
    this.words = words;
    this.tokens = tokens;
    this.starts = new int[words.words().size() + tokens.size()];
    this.ends = new int[starts.length];
    for (SurfaceWord word : words.words()) {
      add(word.start(), word);
    }
    if (size > 0) {
      addInnerNouns();
    }
  }

  private void addInnerNouns() {
    Cursor at = new Cursor();
    for (Token token : tokens) {
      if (token.noun()) {
        at.moveTo(token.start());
        if (at.word.start() < at.index && at.index < at.word.end()) {
          add(at.index, at.word);
        }
      }
    }
  }

  /// Moves over the words from token to token. Few tokens are out of order.
  private final class Cursor {
    private int index;
    private int wordIndex;
    private SurfaceWord word = words.words().getFirst();

    void moveTo(int place) {
      if (place < words.offsetOf(index)) {
        index = words.characterIndexAt(place);
        wordIndex = words.wordIndexAt(index);
      }
      while (index + 1 < words.size() && words.offsetOf(index) < place) {
        index++;
      }
      while (wordIndex + 1 < words.words().size()
          && words.words().get(wordIndex + 1).start() <= index) {
        wordIndex++;
      }
      word = words.words().get(wordIndex);
    }
  }

  private void add(int start, SurfaceWord word) {
    starts[size] = start;
    ends[size++] = word.end();
  }

  /// Adds the keys of the prefixes of some lengths.
  ///
  /// @param lengths in order
  void addKeys(int[] lengths, TextKeys keys) {
    for (int i = 0; i < size; i++) {
      for (int at = 0; at < lengths.length && starts[i] + lengths[at] <= ends[i]; at++) {
        words.addPrefixKey(starts[i], lengths[at], keys);
      }
    }
  }

  /// Where the words of a prefix stand, without their particles, in no order.
  List<Occurrence> find(PrefixTerm term) {
    List<Occurrence> found = new ArrayList<>();
    int length = term.prefix().length();
    for (int i = 0; i < size; i++) {
      if (starts[i] + length <= ends[i] && words.matchesAt(term.prefix(), starts[i])) {
        Occurrence beginning = words.occurrence(starts[i], starts[i] + length);
        int lastPlace = words.occurrence(starts[i], ends[i]).end();
        found.add(new Occurrence(beginning.start(), nounEnd(beginning, lastPlace)));
      }
    }
    return found;
  }

  /// Where the word that begins here ends, without its particle.
  private int nounEnd(Occurrence beginning, int wordEnd) {
    int end = beginning.end();
    for (int i = firstTokenAt(beginning.start()); i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.start() >= wordEnd) {
        break;
      }
      end = token.noun() ? Math.max(end, Math.min(token.end(), wordEnd)) : end;
    }
    return end;
  }

  private int firstTokenAt(int place) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
