package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The words of a text as they are written, with or without the particle at the end, and up to four
/// Korean words read as one. The analyser's reading of a word depends on its neighbours and loses
/// 3–5 % of longer keywords; what is written does not.
final class SurfaceText {
  private static final int MAX_JOINED_WORDS = 4;

  /// 이 사회 (this society) is not 이사회 (a board): only pieces of two characters or more join.
  private static final int MIN_PIECE_LENGTH = 2;

  private static final int MIN_SENTENCE_WORDS = 4;

  private static final CharBitSet FUNCTION_SYLLABLES =
      new CharBitSet(
          "다더또못안잘좀큰작옛맨갓딴별뭔웬꼭왜및등것수이그저한두세네몇첫각전후중뒤앞때곳데바줄내년월일명건개원시분초회만억조중채간쪽새즉곧늘참온본총제양당타매할갈올볼줄될");

  private static final int MAX_SURFACE_LENGTH = SurfaceHashes.MAX_LENGTH;

  private final List<SurfaceWord> words;
  private final char[] characters;
  private final int[] offsets;

  private final SurfaceHashes hashes;
  private final CompoundNouns compounds;

  private final SurfaceIndex surfaces;

  /// @param characters of all words, in lower case
  /// @param offsets where each character stands in the normal text
  SurfaceText(List<SurfaceWord> words, char[] characters, int[] offsets, CompoundNouns compounds) {
    this.words = words;
    this.characters = characters;
    this.offsets = offsets;
    this.compounds = compounds;
    this.hashes = new SurfaceHashes(characters);
    this.surfaces = new SurfaceIndex(words.size() * 5);
    forEach((start, end, noun) -> surfaces.add(hashes.of(start, end), start, end, noun));
  }

  private void forEachInnerNoun(SurfaceWord word, SurfaceVisitor visitor) {
    int length = word.end() - word.start();
    if (word.korean() && CompoundNouns.canHold(length)) {
      String letters = String.valueOf(characters, word.start(), length);
      for (CompoundNouns.Range noun : compounds.of(letters)) {
        visitor.visit(word.start() + noun.start(), word.start() + noun.end(), true);
      }
    }
  }

  List<SurfaceWord> words() {
    return words;
  }

  /// Whether the text has a surface of this hash.
  boolean contains(long hash) {
    return surfaces.first(hash) >= 0;
  }

  /// Receives the surfaces of a text.
  interface SurfaceVisitor {
    /// Receives a surface; offsets count the word characters of the whole text.
    ///
    /// @param start its first character
    /// @param end exclusive
    /// @param noun whether it can be nothing but a noun
    void visit(int start, int end, boolean noun);
  }

  /// The characters of all words in lower case, with nothing between.
  String characters() {
    return String.valueOf(characters);
  }

  /// Adds every surface key of the text.
  void addKeys(TextKeys keys) {
    surfaces.addKeys(keys);
  }

  /// Every surface of the text.
  void forEach(SurfaceVisitor visitor) {
    for (int first = 0; first < words.size(); first++) {
      forEachInnerNoun(words.get(first), visitor);
      forEachFrom(first, words.get(first).start(), visitor);
      int inner = hangulStart(words.get(first));
      if (inner > 0) {
        forEachFrom(first, inner, visitor);
      }
    }
  }

  private void forEachFrom(int first, int start, SurfaceVisitor visitor) {
    forEachEnd(start, words.get(first), true, visitor);
    forEachHead(start, words.get(first), visitor);
    boolean korean = words.get(first).korean();
    for (int last = first + 1; last < words.size() && canJoin(first, last); last++) {
      korean |= words.get(last).korean();
      if (korean) {
        forEachEnd(start, words.get(last), false, visitor);
      }
    }
  }

  /// Where the Korean part of LG에너지솔루션 begins; 0 if the word is of one piece.
  private int hangulStart(SurfaceWord word) {
    if (!word.korean() || WordCharacters.isHangul(characters[word.start()])) {
      return 0;
    }
    int at = word.start();
    while (at < word.end() && !WordCharacters.isHangul(characters[at])) {
      at++;
    }
    return at < word.end() && !Character.isDigit(characters[at - 1]) ? at : 0;
  }

  private void forEachEnd(int start, SurfaceWord last, boolean alone, SurfaceVisitor visitor) {
    int shortest = Math.max(start, last.start());
    for (int left = last.particleMask(); left != 0; left &= left - 1) {
      int end = last.end() - Integer.numberOfTrailingZeros(left);
      boolean whole = end > shortest && (alone || isUnit(start, last) || canBePiece(last, end));
      if (whole && end - start <= MAX_SURFACE_LENGTH) {
        visitor.visit(start, end, last.canEndNounAt(end));
      }
    }
  }

  /// Whether a word can be the unit of a number: 2조 원.
  private boolean isUnit(int start, SurfaceWord last) {
    return last.korean() && Character.isDigit(characters[start]);
  }

  private static void forEachHead(int start, SurfaceWord word, SurfaceVisitor visitor) {
    for (long tails = word.nounTailMask(); tails != 0; tails &= tails - 1) {
      int end = word.end() - Long.numberOfTrailingZeros(tails);
      if (end > start && word.canSplitAt(end)) {
        visitor.visit(start, end, word.canEndNounAt(end));
      }
    }
  }

  /// Adds the key of a prefix; none for those longer than the longest surface.
  void addPrefixKey(int start, int length, TextKeys keys) {
    if (length <= MAX_SURFACE_LENGTH) {
      keys.add(KeyHashes.prefix(hashes.asWritten(start, start + length)));
    }
  }

  /// Whether the words from one to another, both inclusive, can be read as one.
  private boolean canJoin(int first, int last) {
    if (first == last) {
      return true;
    }
    SurfaceWord before = words.get(last - 1);
    return last - first < MAX_JOINED_WORDS
        && before.segment() == words.get(last).segment()
        && canBePiece(before, last - 1 == first, words.get(last));
  }

  /// A single character can begin a longer word if it is none of grammar, and more characters
  /// follow: 딥 페이크.
  private boolean canBePiece(SurfaceWord word, boolean first, SurfaceWord next) {
    return word.end() - word.start() >= MIN_PIECE_LENGTH
        || (first
            && next.end() - next.start() >= MIN_PIECE_LENGTH
            && !FUNCTION_SYLLABLES.contains(characters[word.start()]));
  }

  /// Whether the beginning of a word can be the last piece of a longer one. A single character can
  /// if it is a noun rather than one of the many short words of grammar: 다크 웹, 젠슨 황.
  private boolean canBePiece(SurfaceWord last, int end) {
    return end - last.start() >= MIN_PIECE_LENGTH
        || (last.canEndNounAt(end) && !FUNCTION_SYLLABLES.contains(characters[last.start()]));
  }

  /// The occurrences of a surface in the normalized text, in no order.
  ///
  /// @param hash of the surface
  /// @param noun whether it has to be one for certain
  List<Occurrence> find(String surface, long hash, boolean noun) {
    List<Occurrence> found = new ArrayList<>();
    for (int i = surfaces.first(hash); i >= 0; i = surfaces.next(i)) {
      if (matches(i, surface, noun)) {
        found.add(occurrence(surfaces.start(i), surfaces.end(i)));
      }
    }
    return found;
  }

  /// Whether a surface occurs.
  boolean contains(String surface, long hash, boolean noun) {
    for (int i = surfaces.first(hash); i >= 0; i = surfaces.next(i)) {
      if (matches(i, surface, noun)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(int which, String surface, boolean noun) {
    int start = surfaces.start(which);
    int end = surfaces.end(which);
    return end - start == surface.length()
        && (hashes.isForeign(start, end)
            ? matchesFoldedAt(surface, start)
            : matchesAt(surface, start))
        && (!noun || surfaces.isNoun(which));
  }

  /// A range of word characters as a range of the normalized text.
  Occurrence occurrence(int from, int to) {
    return new Occurrence(offsets[from], offsets[to - 1] + 1);
  }

  private boolean matchesFoldedAt(String surface, int start) {
    for (int i = 0; i < surface.length(); i++) {
      if (Loanwords.fold(characters[start + i]) != surface.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean matchesAt(String surface, int start) {
    if (start + surface.length() > characters.length || characters[start] != surface.charAt(0)) {
      return false;
    }
    for (int i = 1; i < surface.length(); i++) {
      if (characters[start + i] != surface.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Where a number of sentences end in the normalized text; the greatest number if there are
  /// fewer.
  ///
  /// @param from where the first one begins
  int endOfSentences(int from, int count) {
    int sentences = 0;
    int length = 0;
    for (int i = firstWordFrom(from); i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      length++;
      if (last || words.get(i + 1).sentence() != words.get(i).sentence()) {
        sentences += length >= MIN_SENTENCE_WORDS ? 1 : 0;
        length = 0;
        if (sentences == count) {
          return offsets[words.get(i).end() - 1] + 1;
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  private int firstWordFrom(int place) {
    int after = Arrays.binarySearch(offsets, place);
    int letter = after < 0 ? -after - 1 : after;
    return letter == characters.length ? words.size() : wordIndexAt(letter);
  }

  /// The number of characters.
  int size() {
    return characters.length;
  }

  /// The offset of a word character in the normalized text.
  int offsetOf(int letter) {
    return offsets[letter];
  }

  /// The number of the word that a character belongs to.
  int wordIndexAt(int letter) {
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

  /// The character at a place of the normal text, or the first one after it.
  int characterIndexAt(int place) {
    int found = Arrays.binarySearch(offsets, place);
    return found < 0 ? Math.min(-found - 1, characters.length - 1) : found;
  }
}
