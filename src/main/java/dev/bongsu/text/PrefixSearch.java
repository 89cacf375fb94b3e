package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// Looks for the beginnings of written words, and of nouns within them, in one text.
final class PrefixSearch {
  private final SurfaceWords words;
  private final List<Token> tokens;
  private final int[] tokenStarts;

  /// Indexes of letters, and where the word of each ends.
  private final int[] starts;

  private final int[] ends;

  private int size;

  PrefixSearch(SurfaceWords words, List<Token> tokens) {
    this.words = words;
    this.tokens = tokens;
    this.tokenStarts = tokens.stream().mapToInt(Token::start).toArray();
    this.starts = new int[words.words().size() + tokens.size()];
    this.ends = new int[starts.length];
    words.words().forEach(word -> add(word.start(), word));
    tokens.stream().filter(Token::noun).forEach(this::addInner);
  }

  private void addInner(Token token) {
    if (!words.words().isEmpty()) {
      int letter = words.letterAt(token.start());
      WrittenWord word = words.words().get(words.wordAt(letter));
      if (word.start() < letter && letter < word.end()) {
        add(letter, word);
      }
    }
  }

  private void add(int start, WrittenWord word) {
    starts[size] = start;
    ends[size++] = word.end();
  }

  /// The keys of the prefixes of some lengths; some may come more than once.
  void forEachKey(int[] lengths, LongConsumer consumer) {
    for (int i = 0; i < size; i++) {
      for (int length : lengths) {
        if (starts[i] + length <= ends[i]) {
          words.prefixKey(starts[i], length, consumer);
        }
      }
    }
  }

  /// Where the words of a prefix stand, without their particles, in no order.
  List<Occurrence> places(PrefixTerm term) {
    List<Occurrence> found = new ArrayList<>();
    int length = term.letters().length();
    for (int i = 0; i < size; i++) {
      if (starts[i] + length <= ends[i] && words.stands(term.letters(), starts[i])) {
        Occurrence beginning = words.place(starts[i], starts[i] + length);
        int lastPlace = words.place(starts[i], ends[i]).end();
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
    int found = Arrays.binarySearch(tokenStarts, place);
    return found < 0 ? -found - 1 : found;
  }
}
