package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// Looks for the beginnings of written words, and of nouns within them, in one text. They are
/// sorted once, so that any number of prefixes costs little.
final class PrefixSearch {
  private final SurfaceWords words;
  private final List<Token> tokens;
  private final int[] starts;
  private final int[] tokenStarts;

  PrefixSearch(SurfaceWords words, List<Token> tokens) {
    this.words = words;
    this.tokens = tokens;
    this.tokenStarts = tokens.stream().mapToInt(Token::start).toArray();
    this.starts = starts();
  }

  /// Indexes of letters, in the order of what begins there.
  private int[] starts() {
    List<WrittenWord> written = words.words();
    List<Integer> found = new ArrayList<>(written.size() + tokens.size());
    written.forEach(word -> found.add(word.start()));
    for (Token token : tokens) {
      int letter = token.noun() && !written.isEmpty() ? words.letterAt(token.start()) : -1;
      if (letter >= 0 && written.get(words.wordAt(letter)).start() < letter) {
        found.add(letter);
      }
    }
    found.sort(words::compare);
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The keys of the prefixes of some lengths; some may come more than once.
  void forEachKey(int[] lengths, LongConsumer consumer) {
    words.forEachPrefixKey(starts, lengths, consumer);
  }

  /// Where the words of a prefix stand, without their particles, in no order.
  List<Occurrence> places(PrefixTerm term) {
    List<Occurrence> found = new ArrayList<>();
    for (int i = firstAt(term.letters()); i < starts.length && begins(term, starts[i]); i++) {
      int end = starts[i] + term.letters().length();
      int wordEnd = words.words().get(words.wordAt(starts[i])).end();
      Occurrence beginning = words.place(starts[i], end);
      int lastPlace = words.place(starts[i], wordEnd).end();
      found.add(new Occurrence(beginning.start(), nounEnd(beginning, lastPlace)));
    }
    return found;
  }

  private boolean begins(PrefixTerm term, int start) {
    int end = start + term.letters().length();
    return words.stands(term.letters(), start)
        && end <= words.words().get(words.wordAt(start)).end();
  }

  private int firstAt(String prefix) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.compare(starts[middle], prefix) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
