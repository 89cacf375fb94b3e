package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The words of a text as they are written: Korean letters between blanks, with or without the
/// particle at the end, and up to four such words read as one. The analyser's reading of a word
/// depends on its neighbours and loses 3–5 % of longer keywords; what is written does not.
final class SurfaceWords {
  /// Starts a surface key, so that it never equals a token's.
  static final String KEY = "~";

  private static final int MOST_JOINED = 4;

  /// 이 사회 (this society) is not 이사회 (a board): only pieces of two letters or more join.
  private static final int SHORTEST_PIECE = 2;

  private static final int LONGEST_SURFACE = 100;

  private final NormalText text;
  private final StringBuilder letters = new StringBuilder();
  private int[] places;
  private final List<Word> words = new ArrayList<>();

  /// @param start of its letters, inclusive
  /// @param end of its letters, exclusive
  /// @param segment words of one segment have only blanks between them
  private record Word(int start, int end, int segment, boolean korean) {}

  SurfaceWords(NormalText text) {
    this.text = text;
    this.places = new int[text.text().length()];
    readWords();
    this.places = Arrays.copyOf(places, letters.length());
  }

  private void readWords() {
    String normal = text.text();
    int segment = 0;
    int at = 0;
    while (at < normal.length()) {
      if (Letters.isLetter(normal, at)) {
        at = readWord(at, segment);
      } else {
        segment += Letters.isBlank(normal.charAt(at)) ? 0 : 1;
        at++;
      }
    }
  }

  private int readWord(int from, int segment) {
    String normal = text.text();
    int start = letters.length();
    boolean korean = false;
    int at = from;
    while (at < normal.length() && isInside(normal, at)) {
      if (Letters.isLetter(normal, at)) {
        places[letters.length()] = at;
        letters.append(Character.toLowerCase(normal.charAt(at)));
        korean |= Letters.isHangul(normal.charAt(at));
      }
      at++;
    }
    words.add(new Word(start, letters.length(), segment, korean));
    return at;
  }

  private static boolean isInside(String normal, int at) {
    return Letters.isLetter(normal, at) || Letters.isJoint(normal, at);
  }

  /// The letters of all words in lower case, with nothing between.
  String letters() {
    return letters.toString();
  }

  /// Every surface key of the text; a key may come more than once.
  void forEachKey(Consumer<String> consumer) {
    for (int first = 0; first < words.size(); first++) {
      boolean korean = false;
      for (int last = first; last < words.size() && joins(first, last); last++) {
        korean |= words.get(last).korean();
        if (korean) {
          keysOf(words.get(first).start(), words.get(last), first == last, consumer);
        }
      }
    }
  }

  private void keysOf(int start, Word last, boolean alone, Consumer<String> consumer) {
    int shortest = Math.max(last.end() - KoreanParticles.LONGEST, last.start() + 1);
    for (int end = last.end(); end >= shortest; end--) {
      boolean longEnough = alone || end - last.start() >= SHORTEST_PIECE;
      if (longEnough && end - start <= LONGEST_SURFACE && endsSurface(last, end)) {
        consumer.accept(KEY + letters.substring(start, end));
      }
    }
  }

  private boolean endsSurface(Word last, int end) {
    return end == last.end() || KoreanParticles.contains(letters.substring(end, last.end()));
  }

  /// Whether the words from one to another, both inclusive, can be read as one.
  private boolean joins(int first, int last) {
    if (first == last) {
      return true;
    }
    Word before = words.get(last - 1);
    return last - first < MOST_JOINED
        && before.segment() == words.get(last).segment()
        && before.end() - before.start() >= SHORTEST_PIECE;
  }

  /// Where a surface stands, in order.
  List<Occurrence> find(String surface) {
    List<Occurrence> found = new ArrayList<>();
    for (int first = 0; first < words.size(); first++) {
      int start = words.get(first).start();
      if (startsWith(start, surface) && endsWell(first, start + surface.length())) {
        found.add(text.given(places[start], places[start + surface.length() - 1] + 1));
      }
    }
    return found;
  }

  private boolean startsWith(int start, String surface) {
    if (start + surface.length() > letters.length() || surface.length() > LONGEST_SURFACE) {
      return false;
    }
    for (int i = 0; i < surface.length(); i++) {
      if (letters.charAt(start + i) != surface.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean endsWell(int first, int end) {
    for (int last = first; last < words.size() && joins(first, last); last++) {
      Word word = words.get(last);
      if (end <= word.end()) {
        int piece = end - word.start();
        boolean longEnough = first == last || piece >= SHORTEST_PIECE;
        boolean near = word.end() - end <= KoreanParticles.LONGEST;
        return longEnough && near && endsSurface(word, end);
      }
    }
    return false;
  }
}
