package dev.bongsu.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How much of one text stands in another, counted in runs of `n` words: four for extraction, as
/// the public benchmark does, one for ROUGE-1.
///
/// @param precision from 0 to 1
/// @param recall from 0 to 1
public record NgramOverlap(double precision, double recall) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  public static NgramOverlap of(String found, String expected, int n) {
    Map<List<String>, Integer> theirs = ngrams(found, n);
    Map<List<String>, Integer> right = ngrams(expected, n);
    int shared =
        theirs.entrySet().stream()
            .mapToInt(run -> Math.min(run.getValue(), right.getOrDefault(run.getKey(), 0)))
            .sum();
    return new NgramOverlap(ratio(shared, theirs), ratio(shared, right));
  }

  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double ratio(int shared, Map<List<String>, Integer> runs) {
    int all = runs.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? 0 : (double) shared / all;
  }

  private static Map<List<String>, Integer> ngrams(String text, int n) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    Map<List<String>, Integer> runs = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - n + 1) && !words.isEmpty(); i++) {
      runs.merge(new ArrayList<>(words.subList(i, Math.min(i + n, words.size()))), 1, Integer::sum);
    }
    return runs;
  }
}
