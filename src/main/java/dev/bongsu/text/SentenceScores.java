package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What each sentence of an article is worth in its summary. The weights were measured together
/// (English and Korean news); change one only with a measurement.
final class SentenceScores {
  private static final double LEAD = 0.3;
  private static final double PLACE = 0.4;
  private static final double PLACE_DECAY = 0.5;
  private static final double TITLE = 0.5;
  private static final double WORDS = 0.3;

  private static final double BULLET = 0.4;
  private static final double TOO_SHORT = 0.5;
  private static final double OVER_BUDGET = 0.5;
  private static final double LONG = 0.15;
  private static final double QUOTE_OR_QUESTION = 0.15;
  private static final double CONNECTIVE = 0.3;
  private static final double UNBALANCED = 0.4;

  private static final int SHORTEST_EAST_ASIAN = 25;
  private static final int SHORTEST_LATIN = 45;
  private static final int LONG_FROM = 200;

  private static final Pattern STARTS_AS_BULLET = Pattern.compile("^[△▲▷○●◇◆□■◎※•·∙\\-*–—]");
  private static final Pattern QUOTED = Pattern.compile("^[\"“‘'「『]");
  private static final Pattern QUESTION = Pattern.compile("[?？][\"”’']*$");
  private static final Pattern STARTS_AS_CONNECTIVE =
      Pattern.compile(
          "^(?:(?:그러나|하지만|그리고|또한|또|이어|이에|이와|이는|이를|이런|이러한|그는|그녀는|그가|이들은|이들이|그들은|특히|한편|아울러|이밖에|이"
              + " 밖에|다만|반면|따라서|그래서|이때|여기에|앞서|이날|이에 따라|더불어|그동안|당시)(?=[\\s,])"
              + "|(?:But|And|However|Also|Meanwhile|He|She|It|They|This|That|These|Those|Then|So|Yet|Still|Moreover|Furthermore|In"
              + " addition|Instead|Earlier|Separately|His|Her|Their|Its)\\b)");

  private final SentenceGraph graph;
  private final List<Double> scores;

  private SentenceScores(SentenceGraph graph, List<Double> scores) {
    this.graph = graph;
    this.scores = List.copyOf(scores);
  }

  static SentenceScores of(
      List<String> sentences, String title, String language, Collection<String> words) {
    SentenceGraph graph = new SentenceGraph(sentences.stream().map(SentenceTokens::of).toList());
    Set<String> titleTokens = SentenceTokens.of(title);
    List<Set<String>> wanted = words.stream().map(SentenceTokens::of).toList();
    double[] centrality = graph.centrality();
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      double place = PLACE / (1 + PLACE_DECAY * i) + (i == 0 ? LEAD : 0);
      double said = TITLE * graph.share(titleTokens, i) + WORDS * share(wanted, graph, i);
      scores.add(centrality[i] + place + said - penalty(sentences.get(i), language));
    }
    return new SentenceScores(graph, scores);
  }

  double of(int position) {
    return scores.get(position);
  }

  /// How much a sentence repeats one of others, from 0 to 1.
  double similarity(int position, List<Integer> others) {
    return others.stream().mapToDouble(other -> graph.similarity(position, other)).max().orElse(0);
  }

  private static double share(List<Set<String>> words, SentenceGraph graph, int position) {
    return words.stream().mapToDouble(word -> graph.share(word, position)).average().orElse(0);
  }

  private static double penalty(String sentence, String language) {
    double penalty = STARTS_AS_BULLET.matcher(sentence).find() ? BULLET : 0;
    penalty += sentence.length() < shortest(language) ? TOO_SHORT : 0;
    penalty += lengthPenalty(sentence.length());
    penalty +=
        QUOTED.matcher(sentence).find() || QUESTION.matcher(sentence).find()
            ? QUOTE_OR_QUESTION
            : 0;
    penalty += STARTS_AS_CONNECTIVE.matcher(sentence).find() ? CONNECTIVE : 0;
    return penalty + (Enclosures.isBalanced(sentence) ? 0 : UNBALANCED);
  }

  private static double lengthPenalty(int length) {
    if (length > Summarizer.MAX_LENGTH) {
      return OVER_BUDGET;
    }
    return length > LONG_FROM ? LONG : 0;
  }

  private static int shortest(String language) {
    return switch (language) {
      case "ko", "ja", "zh" -> SHORTEST_EAST_ASIAN;
      default -> SHORTEST_LATIN;
    };
  }
}
