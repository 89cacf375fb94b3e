package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// A word or phrase of a query after analysis. It stands in a text where its tokens follow each
/// other as they do here, or where its surface stands; at least one of the two ways is open.
///
/// @param tokens in order; empty if the analyser has no sound reading
/// @param surface the letters without blanks, in lower case; blank if it does not count
public record SearchTerm(List<Step> tokens, String surface) {

  /// One token and its distance from the first.
  public record Step(String token, int distance) {}

  public SearchTerm {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty() && surface.isEmpty()) {
      throw new IllegalArgumentException("nothing to search");
    }
  }

  /// Keys of which a text has at least one where this term stands in it.
  ///
  /// @param frequency how often a key is seen; the least frequent token speaks for all
  public Set<String> keys(ToIntFunction<String> frequency) {
    Set<String> keys = new TreeSet<>();
    tokens.stream()
        .map(Step::token)
        .min(
            Comparator.comparingInt(frequency)
                .thenComparingInt(token -> -token.length())
                .thenComparing(Comparator.naturalOrder()))
        .ifPresent(keys::add);
    if (!surface.isEmpty()) {
      keys.add(SurfaceWords.KEY + surface);
    }
    return keys;
  }

  /// What a text has where this term stands in it: all the clues of at least one of these ways.
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

  /// Equal for terms that stand in the same texts.
  public String canonical() {
    StringBuilder form = new StringBuilder();
    for (Step step : tokens) {
      form.append(step.distance()).append(':').append(step.token()).append(' ');
    }
    return form.append(SurfaceWords.KEY).append(surface).toString();
  }
}
