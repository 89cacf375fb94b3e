package dev.bongsu.summary;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import dev.bongsu.summary.SentenceShape.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What each sentence of an article is worth in its summary. The weights were measured together
/// (English and Korean news); change one only with a measurement.
final class SentenceScores {
  private static final double CENTRALITY = 2;
  private static final double POSITION = 0.5;
  private static final double POSITION_DECAY = 0.5;
  private static final double TITLE = 0.4;
  private static final double BEFORE_LEAD = 0.4;
  private static final double MAX_CONTAINMENT = 0.7;
  private static final double DEMAND = 0.6;

  /// The lead is sought among so many sentences.
  private static final int MAX_LEAD_CANDIDATES = 8;

  /// So many lines without a stop may stand above the first sentence.
  private static final int MAX_DECKS = 4;

  /// So much more of the title than the first sentence the lead must hold to stand further down.
  private static final double MIN_TITLE_GAIN = 0.25;

  /// A first sentence that holds so much of the title is the lead.
  private static final double MIN_TITLE_SHARE = 0.4;

  /// What a columnist wants.
  private static final Pattern DEMANDS = LanguagePacks.pattern(PackFile.DEMANDS);

  private final SentenceGraph graph;
  private final List<Double> scores;
  private final List<Double> readerWordShare;
  private final Set<Integer> leads;
  private final SentenceReferences references;

  private SentenceScores(
      SentenceGraph graph,
      List<Double> scores,
      List<Double> asked,
      Set<Integer> leads,
      SentenceReferences references) {
    this.graph = graph;
    this.references = references;
    this.scores = List.copyOf(scores);
    this.readerWordShare = List.copyOf(asked);
    this.leads = Set.copyOf(leads);
  }

  /// @param argues whether the text is somebody's opinion: then what it demands counts
  static SentenceScores of(List<String> sentences, SummaryRequest wish, boolean argues) {
    SentenceGraph graph = new SentenceGraph(sentences.stream().map(SentenceTokens::of).toList());
    Set<String> title = SentenceTokens.of(wish.title());
    List<Set<String>> wanted = wish.words().stream().map(SentenceTokens::of).toList();
    double[] centrality = graph.centrality();
    TextStyle texture = TextStyle.of(sentences);
    int lead = findLead(sentences, graph, title);
    int start = texture == TextStyle.QUOTES ? 0 : lead;
    List<Double> scores =
        scoreEach(
            sentences,
            i -> {
              String sentence = sentences.get(i);
              double demand = argues && DEMANDS.matcher(sentence).find() ? DEMAND : 0;
              return CENTRALITY * centrality[i]
                  + positionScore(i, start)
                  + TITLE * graph.wordShare(title, i)
                  + demand
                  - SentenceShape.penalty(sentence, wish.language(), texture);
            });
    return new SentenceScores(
        graph,
        scores,
        scoreEach(sentences, i -> averageWordShare(wanted, graph, i)),
        new HashSet<>(List.of(start, lead)),
        SentenceReferences.of(sentences, wish, texture == TextStyle.QUOTES));
  }

  private static List<Double> scoreEach(List<String> sentences, IntToDoubleFunction value) {
    return IntStream.range(0, sentences.size()).mapToDouble(value).boxed().toList();
  }

  /// Whether a sentence says what one of others says.
  boolean repeats(int position, List<Integer> others) {
    return others.stream().anyMatch(other -> graph.containment(position, other) >= MAX_CONTAINMENT);
  }

  double of(int position) {
    return scores.get(position);
  }

  /// How much of what the reader asked for a sentence holds, from 0 to 1.
  double readerWordShare(int position) {
    return readerWordShare.get(position);
  }

  /// Whether it is the sentence that tells the news; of quotes alone the first and who said it.
  boolean isLead(int position) {
    return leads.contains(position);
  }

  /// Which sentences cannot stand without which.
  SentenceReferences references() {
    return references;
  }

  /// How much a sentence repeats one of others, from 0 to 1.
  double similarity(int position, List<Integer> others) {
    return others.stream().mapToDouble(other -> graph.similarity(position, other)).max().orElse(0);
  }

  /// The sentence that tells the news: the first whole one, unless it sets a scene, quotes, asks or
  /// looks back and one of the next holds clearly more of the title.
  private static int findLead(List<String> sentences, SentenceGraph graph, Set<String> title) {
    int first = firstWhole(sentences);
    double share = graph.wordShare(title, first);
    boolean past = SentenceShape.looksBack(sentences.get(first));
    if (share >= MIN_TITLE_SHARE && !past) {
      return first;
    }
    int best = first;
    double most = past ? share / 2 : share + MIN_TITLE_GAIN;
    for (int i = first + 1; i < Math.min(MAX_LEAD_CANDIDATES, sentences.size()); i++) {
      double next = graph.wordShare(title, i);
      if (next > most && SentenceShape.isWhole(sentences.get(i))) {
        best = i;
        most = next;
      }
    }
    return best;
  }

  /// The first among the first few that ends as a sentence and stands on its own; decks and
  /// captions above it, quotes and questions do not.
  private static int firstWhole(List<String> sentences) {
    return IntStream.range(0, Math.min(MAX_DECKS, sentences.size()))
        .filter(i -> SentenceShape.isStatement(sentences.get(i)))
        .filter(i -> !SentenceShape.saysLittleAlone(sentences.get(i)))
        .findFirst()
        .orElse(0);
  }

  private static double positionScore(int position, int lead) {
    if (position < lead) {
      return -BEFORE_LEAD;
    }
    return POSITION / (1 + POSITION_DECAY * (position - lead));
  }

  private static double averageWordShare(
      List<Set<String>> words, SentenceGraph graph, int position) {
    return words.stream().mapToDouble(word -> graph.wordShare(word, position)).average().orElse(0);
  }
}
