package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;

/// A word or phrase of a query. It stands in a text where its tokens follow each other as they do
/// here, or where its surface stands; at least one of the two ways is open.
final class WordTerm implements SearchTerm {
  private final List<Step> tokens;
  private final String surface;
  private final boolean noun;
  private final long[] tokenKeys;
  private final long surfaceKey;
  private final int hash;

  /// One token and its distance from the first.
  record Step(String token, int distance) {}

  /// @param tokens in order; empty if the analyser has no sound reading
  /// @param surface the letters without blanks, in lower case; blank if it does not count
  /// @param noun whether the surface counts only where it can be nothing but a noun
  WordTerm(List<Step> tokens, String surface, boolean noun) {
    if (tokens.isEmpty() && surface.isEmpty()) {
      throw new IllegalArgumentException("nothing to search");
    }
    this.tokens = List.copyOf(tokens);
    this.surface = surface;
    this.noun = noun;
    this.tokenKeys = tokens.stream().mapToLong(step -> Keys.token(step.token())).toArray();
    this.hash = tokens.hashCode() * 31 + surface.hashCode();
    this.surfaceKey = Keys.surface(Keys.hash(surface));
  }

  List<Step> tokens() {
    return tokens;
  }

  String surface() {
    return surface;
  }

  boolean noun() {
    return noun;
  }

  long surfaceKey() {
    return surfaceKey;
  }

  /// The least frequent token speaks for all, or the least frequent pair of tokens with nothing
  /// between them.
  @Override
  public List<TermKey> keys(LongToIntFunction frequency) {
    List<TermKey> keys = new ArrayList<>();
    if (!tokens.isEmpty()) {
      Comparator<TermKey> rarest =
          Comparator.<TermKey>comparingInt(key -> frequency.applyAsInt(key.key()))
              .thenComparingInt(key -> frequency.applyAsInt(key.also()));
      List<TermKey> pairs = pairs();
      keys.add((pairs.isEmpty() ? singles() : pairs).stream().min(rarest).orElseThrow());
    }
    if (!surface.isEmpty()) {
      keys.add(new TermKey(surfaceKey, 0));
    }
    return keys;
  }

  private List<TermKey> pairs() {
    List<TermKey> pairs = new ArrayList<>();
    for (int i = 1; i < tokenKeys.length; i++) {
      if (tokens.get(i).distance() == tokens.get(i - 1).distance() + 1) {
        long other = i + 1 < tokenKeys.length ? tokenKeys[i + 1] : i > 1 ? tokenKeys[0] : 0;
        pairs.add(new TermKey(Keys.pair(tokenKeys[i - 1], tokenKeys[i]), other));
      }
    }
    return pairs;
  }

  private List<TermKey> singles() {
    List<TermKey> singles = new ArrayList<>();
    for (int i = 0; i < tokenKeys.length; i++) {
      long other = tokenKeys.length == 1 ? 0 : tokenKeys[i == 0 ? 1 : 0];
      singles.add(new TermKey(tokenKeys[i], other));
    }
    return singles;
  }

  @Override
  public List<Set<String>> clues() {
    List<Set<String>> ways = new ArrayList<>();
    if (!tokens.isEmpty()) {
      ways.add(Clues.ofTokens(tokens.stream().map(Step::token)));
    }
    if (!surface.isEmpty()) {
      ways.add(Clues.ofLetters(surface));
    }
    return ways;
  }

  /// A token alone is all that is asked for; of several, it matters where they stand.
  @Override
  public Optional<String> sureClue() {
    return tokens.size() == 1
        ? Optional.of(AnalysisChain.clue(tokens.getFirst().token()))
        : Optional.empty();
  }

  @Override
  public String canonical() {
    return tokens.stream()
        .map(step -> step.distance() + ":" + step.token())
        .collect(Collectors.joining(" ", "", (noun ? " !" : " ~") + surface));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordTerm term
        && tokens.equals(term.tokens)
        && surface.equals(term.surface)
        && noun == term.noun;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
