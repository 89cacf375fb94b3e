package dev.bongsu.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the sentences of one article hang together: their centrality, the weight of their words and
/// how alike two of them are. Positions are those of the list given.
final class SentenceGraph {
  private static final double DAMPING = 0.85;
  private static final int ROUNDS = 30;

  private final List<Set<String>> sentences;
  private final Map<String, Integer> frequency = new HashMap<>();

  SentenceGraph(List<Set<String>> sentences) {
    this.sentences = List.copyOf(sentences);
    this.sentences.forEach(tokens -> tokens.forEach(t -> frequency.merge(t, 1, Integer::sum)));
  }

  /// TextRank over the overlap of tokens, scaled so that the most central sentence has 1.
  double[] centrality() {
    double[][] weights = weights();
    double[] rank = new double[sentences.size()];
    Arrays.fill(rank, 1);
    for (int round = 0; round < ROUNDS; round++) {
      rank = nextRank(rank, weights);
    }
    double top = Arrays.stream(rank).max().orElse(1);
    return Arrays.stream(rank).map(value -> value / top).toArray();
  }

  /// The part of `words` that the sentence at `position` holds, from 0 to 1, rare words counting
  /// more; 0 when there are no words.
  double share(Collection<String> words, int position) {
    double held = 0;
    double all = 0;
    for (String word : words) {
      double weight = rarity(word);
      all += weight;
      held += sentences.get(position).contains(word) ? weight : 0;
    }
    return all == 0 ? 0 : held / all;
  }

  /// Cosine of two sentences, from 0 to 1.
  double similarity(int one, int other) {
    double size = Math.sqrt((double) sentences.get(one).size() * sentences.get(other).size());
    return size == 0 ? 0 : overlap(one, other) / size;
  }

  private double rarity(String word) {
    return Math.log(1 + (double) sentences.size() / (1 + frequency.getOrDefault(word, 0)));
  }

  private double[][] weights() {
    int count = sentences.size();
    double[][] weights = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        double length = Math.log(sentences.get(i).size()) + Math.log(sentences.get(j).size());
        weights[i][j] = length > 0 ? overlap(i, j) / length : 0;
        weights[j][i] = weights[i][j];
      }
    }
    return weights;
  }

  private static double[] nextRank(double[] rank, double[][] weights) {
    double[] next = new double[rank.length];
    Arrays.fill(next, 1 - DAMPING);
    for (int from = 0; from < rank.length; from++) {
      double out = Arrays.stream(weights[from]).sum();
      for (int to = 0; to < rank.length && out > 0; to++) {
        next[to] += DAMPING * rank[from] * weights[from][to] / out;
      }
    }
    return next;
  }

  private long overlap(int one, int other) {
    return sentences.get(one).stream().filter(sentences.get(other)::contains).count();
  }
}
