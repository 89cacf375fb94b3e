package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The words of a text as they are written, with or without the particle at the end, and up to four
/// Korean words read as one. The analyser's reading of a word depends on its neighbours and loses
/// 3–5 % of longer keywords; what is written does not.
final class SurfaceWords {
  private static final int MOST_JOINED = 4;

  /// 이 사회 (this society) is not 이사회 (a board): only pieces of two letters or more join.
  private static final int SHORTEST_PIECE = 2;

  private static final LetterSet SHORT_WORDS =
      new LetterSet(
          "다더또못안잘좀큰작옛맨갓딴별뭔웬꼭왜및등것수이그저한두세네몇첫각전후중뒤앞때곳데바줄내년월일명건개원시분초회만억조중채간쪽새즉곧늘참온본총제양당타매할갈올볼줄될");

  private static final int LONGEST_SURFACE = 100;
  private static final long[] POWERS = Keys.powers(LONGEST_SURFACE);

  private final List<WrittenWord> words;
  private final char[] letters;
  private final int[] places;

  /// At each letter the hash of all before it.
  private final long[] hashes;

  private final Surfaces surfaces;

  /// @param letters of all words, in lower case
  /// @param places where each letter stands in the normal text
  SurfaceWords(List<WrittenWord> words, char[] letters, int[] places) {
    this.words = words;
    this.letters = letters;
    this.places = places;
    this.hashes = new long[letters.length + 1];
    for (int i = 0; i < letters.length; i++) {
      hashes[i + 1] = Keys.grown(hashes[i], letters[i]);
    }
    this.surfaces = new Surfaces(words.size() * 5);
    forEach(
        (start, end, last) -> surfaces.add(hash(start, end), start, end, last.canEndNounAt(end)));
  }

  List<WrittenWord> words() {
    return words;
  }

  /// Whether the text has a surface of this hash.
  boolean has(long hash) {
    return surfaces.first(hash) >= 0;
  }

  /// Takes a surface.
  interface Visitor {
    /// Takes one; letters are counted over the whole text.
    ///
    /// @param start its first letter
    /// @param end exclusive
    /// @param last the word it ends in
    void surface(int start, int end, WrittenWord last);
  }

  /// The letters of all words in lower case, with nothing between.
  String letters() {
    return String.valueOf(letters);
  }

  /// Adds every surface key of the text.
  void addKeys(TextKeys keys) {
    surfaces.addKeys(keys);
  }

  /// Every surface of the text.
  void forEach(Visitor visitor) {
    for (int first = 0; first < words.size(); first++) {
      forEachFrom(first, words.get(first).start(), visitor);
      int inner = innerStart(words.get(first));
      if (inner > 0) {
        forEachFrom(first, inner, visitor);
      }
    }
  }

  private void forEachFrom(int first, int start, Visitor visitor) {
    forEachEnd(start, words.get(first), true, visitor);
    forEachHead(start, words.get(first), visitor);
    boolean korean = words.get(first).korean();
    for (int last = first + 1; last < words.size() && joins(first, last); last++) {
      korean |= words.get(last).korean();
      if (korean) {
        forEachEnd(start, words.get(last), false, visitor);
      }
    }
  }

  /// Where the Korean part of LG에너지솔루션 begins; 0 if the word is of one piece.
  private int innerStart(WrittenWord word) {
    if (!word.korean() || Letters.isHangul(letters[word.start()])) {
      return 0;
    }
    int at = word.start();
    while (at < word.end() && !Letters.isHangul(letters[at])) {
      at++;
    }
    return at < word.end() && !Character.isDigit(letters[at - 1]) ? at : 0;
  }

  private void forEachEnd(int start, WrittenWord last, boolean alone, Visitor visitor) {
    int shortest = Math.max(start, last.start());
    for (int left = last.leavings(); left != 0; left &= left - 1) {
      int end = last.end() - Integer.numberOfTrailingZeros(left);
      boolean whole = end > shortest && (alone || isPiece(last, end));
      if (whole && end - start <= LONGEST_SURFACE) {
        visitor.surface(start, end, last);
      }
    }
  }

  private static void forEachHead(int start, WrittenWord word, Visitor visitor) {
    for (long tails = word.tails(); tails != 0; tails &= tails - 1) {
      int end = word.end() - Long.numberOfTrailingZeros(tails);
      if (end > start && word.canBreakAt(end)) {
        visitor.surface(start, end, word);
      }
    }
  }

  private long hash(int from, int to) {
    return Keys.rest(hashes[to], hashes[from], POWERS[to - from]);
  }

  /// Adds the key of some letters as a prefix; longer ones than we know have none.
  void addPrefixKey(int start, int length, TextKeys keys) {
    if (length <= LONGEST_SURFACE) {
      keys.add(Keys.prefix(hash(start, start + length)));
    }
  }

  /// Whether the words from one to another, both inclusive, can be read as one.
  private boolean joins(int first, int last) {
    if (first == last) {
      return true;
    }
    WrittenWord before = words.get(last - 1);
    return last - first < MOST_JOINED
        && before.segment() == words.get(last).segment()
        && isPiece(before, last - 1 == first, words.get(last));
  }

  /// A single letter can begin a longer word if it is none of grammar, and more letters follow: 딥
  /// 페이크.
  private boolean isPiece(WrittenWord word, boolean first, WrittenWord next) {
    return word.end() - word.start() >= SHORTEST_PIECE
        || (first
            && next.end() - next.start() >= SHORTEST_PIECE
            && !SHORT_WORDS.has(letters[word.start()]));
  }

  /// Whether the beginning of a word can be the last piece of a longer one. A single letter can if
  /// it is a noun rather than one of the many short words of grammar: 다크 웹, 젠슨 황.
  private boolean isPiece(WrittenWord last, int end) {
    return end - last.start() >= SHORTEST_PIECE
        || (last.canEndNounAt(end) && !SHORT_WORDS.has(letters[last.start()]));
  }

  /// Where a surface stands, in no order, in the normal text.
  ///
  /// @param hash of the surface
  /// @param noun whether it has to be one for certain
  List<Occurrence> find(String surface, long hash, boolean noun) {
    List<Occurrence> found = new ArrayList<>();
    for (int i = surfaces.first(hash); i >= 0; i = surfaces.next(i)) {
      if (is(i, surface, noun)) {
        found.add(place(surfaces.start(i), surfaces.end(i)));
      }
    }
    return found;
  }

  /// Whether a surface stands anywhere.
  boolean has(String surface, long hash, boolean noun) {
    for (int i = surfaces.first(hash); i >= 0; i = surfaces.next(i)) {
      if (is(i, surface, noun)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(int which, String surface, boolean noun) {
    int start = surfaces.start(which);
    int end = surfaces.end(which);
    return end - start == surface.length()
        && stands(surface, start)
        && (!noun || surfaces.isNoun(which));
  }

  /// Some letters as a stretch of the normal text.
  Occurrence place(int from, int to) {
    return new Occurrence(places[from], places[to - 1] + 1);
  }

  boolean stands(String surface, int start) {
    if (start + surface.length() > letters.length || letters[start] != surface.charAt(0)) {
      return false;
    }
    for (int i = 1; i < surface.length(); i++) {
      if (letters[start + i] != surface.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The number of letters.
  int size() {
    return letters.length;
  }

  /// Where a letter stands in the normal text.
  int placeOf(int letter) {
    return places[letter];
  }

  /// The number of the word that a letter belongs to.
  int wordAt(int letter) {
    int low = 0;
    int high = words.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (words.get(middle).start() <= letter) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// The letter at a place of the normal text, or the first one after it.
  int letterAt(int place) {
    int found = Arrays.binarySearch(places, place);
    return found < 0 ? Math.min(-found - 1, letters.length - 1) : found;
  }
}
