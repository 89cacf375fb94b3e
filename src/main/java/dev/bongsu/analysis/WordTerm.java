package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A word or phrase of a query. It occurs in a text where its tokens follow each other at the same
/// distances, or where its surface occurs; it has at least one of the two.
///
/// As small as possible: a bot may hold a million.
final class WordTerm implements SearchTerm {
  /// The distances of most terms: tokens with nothing between them. Shared to save memory.
  private static final int[][] CONTIGUOUS = {{}, {0}, {0, 1}, {0, 1, 2}};

  private final String[] tokens;
  private final int[] distances;
  private final String surface;
  private final boolean nounOnly;
  private final int hash;

  /// One token and its distance from the first.
  record Step(String token, int distance) {}

  /// @param steps in order; empty if the analyser has no reliable reading
  /// @param surface the word characters in lower case; blank if it is not searched
  /// @param nounOnly whether only occurrences of the surface count that must be nouns
  WordTerm(List<Step> steps, String surface, boolean nounOnly) {
    if (steps.isEmpty() && surface.isEmpty()) {
      throw new IllegalArgumentException("nothing to search");
    }
    this.tokens = steps.stream().map(Step::token).toArray(String[]::new);
    this.distances = interned(steps.stream().mapToInt(Step::distance).toArray());
    this.surface = tokens.length == 1 && tokens[0].equals(surface) ? tokens[0] : surface;
    this.nounOnly = nounOnly;
    this.hash = steps.hashCode() * 31 + surface.hashCode();
  }

  private static int[] interned(int[] distances) {
    boolean run =
        distances.length < CONTIGUOUS.length
            && Arrays.equals(distances, CONTIGUOUS[distances.length]);
    return run ? CONTIGUOUS[distances.length] : distances;
  }

  /// The number of tokens.
  int tokenCount() {
    return tokens.length;
  }

  String token(int index) {
    return tokens[index];
  }

  /// How far a token is from the first.
  int distance(int index) {
    return distances[index];
  }

  String surface() {
    return surface;
  }

  boolean nounOnly() {
    return nounOnly;
  }

  long surfaceHash() {
    return KeyHashes.hash(surface);
  }

  private long key(int index) {
    return KeyHashes.token(tokens[index]);
  }

  /// The key of the least frequent token, or of the least frequent pair of adjacent tokens, and
  /// that of the surface.
  @Override
  public List<TermKey> keys(LongToIntFunction frequency) {
    List<TermKey> keys = new ArrayList<>();
    if (tokens.length > 0) {
      Comparator<TermKey> rarest =
          Comparator.<TermKey>comparingInt(key -> frequency.applyAsInt(key.key()))
              .thenComparingInt(key -> frequency.applyAsInt(key.secondaryKey()));
      List<TermKey> pairs = pairKeys();
      keys.add((pairs.isEmpty() ? tokenKeys() : pairs).stream().min(rarest).orElseThrow());
    }
    if (!surface.isEmpty()) {
      long hash = surfaceHash();
      keys.add(new TermKey(nounOnly ? KeyHashes.noun(hash) : KeyHashes.surface(hash), 0, true));
    }
    return keys;
  }

  private List<TermKey> pairKeys() {
    List<TermKey> pairs = new ArrayList<>();
    for (int i = 1; i < tokens.length; i++) {
      if (distances[i] == distances[i - 1] + 1) {
        long other = i + 1 < tokens.length ? key(i + 1) : i > 1 ? key(0) : 0;
        pairs.add(new TermKey(KeyHashes.pair(key(i - 1), key(i)), other, tokens.length == 2));
      }
    }
    return pairs;
  }

  private List<TermKey> tokenKeys() {
    List<TermKey> singles = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      long other = tokens.length == 1 ? 0 : key(i == 0 ? 1 : 0);
      singles.add(new TermKey(key(i), other, tokens.length == 1));
    }
    return singles;
  }

  @Override
  public List<Set<String>> indexTerms() {
    List<Set<String>> ways = new ArrayList<>();
    if (tokens.length > 0) {
      ways.add(IndexTerms.ofTokens(Stream.of(tokens)));
    }
    if (!surface.isEmpty()) {
      ways.add(IndexTerms.ofCharacters(surface));
    }
    return ways;
  }

  /// A single token decides; of several tokens the distances matter.
  @Override
  public Optional<String> decisiveTerm() {
    return tokens.length == 1 ? Optional.of(IndexTerms.ofToken(tokens[0])) : Optional.empty();
  }

  @Override
  public String canonical() {
    return IntStream.range(0, tokens.length)
        .mapToObj(i -> distances[i] + ":" + tokens[i])
        .collect(Collectors.joining(" ", "", (nounOnly ? " !" : " ~") + surface));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordTerm term
        && Arrays.equals(tokens, term.tokens)
        && Arrays.equals(distances, term.distances)
        && surface.equals(term.surface)
        && nounOnly == term.nounOnly;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
