package dev.bongsu.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Which of an article's sentences make its summary: of all sets of up to three that fit, the one
/// that says most, each sentence counting by its score times its length.
///
/// Sets are weighed as a whole since the best sentence may be a long one: taking the best and then
/// what fits beside it either padded it with small change or, where nothing fitted, dropped the
/// lead of every third English article.
///
/// @param ranked positions of the sentences, the best first
record SentenceSelection(List<String> sentences, SentenceScores scores, List<Integer> ranked) {
  private static final int MAX_SENTENCES = 3;
  private static final int USUAL_SENTENCES = 2;

  /// Sets are sought among so many of the best: 1 350 at most.
  private static final int MAX_CANDIDATES = 20;

  private static final double MAX_SIMILARITY = 0.75;
  private static final double REPETITION_PENALTY = 0.3;

  /// What the lead counts beyond its length, in characters of score 1: a lead is often short.
  private static final int LEAD_BONUS = 90;

  /// What it is worth that the reader's words stand in a summary, once.
  private static final int READER_WORDS_BONUS = 150;

  /// No sentence makes a summary worse than none.
  private static final double MIN_SCORE = 0.01;

  /// What a sentence must have of the best one's score.
  private static final double MIN_SHARE_OF_BEST = 0.35;

  /// What a third one must have unless all are shorter than [#SHORT_SUMMARY_LENGTH].
  private static final double MIN_SHARE_FOR_THIRD = 0.6;

  private static final int SHORT_SUMMARY_LENGTH = 145;

  /// Positions in no order; empty if no sentence fits.
  List<Integer> select() {
    PartialSelection most = new PartialSelection(List.of(), 0, 0, 0);
    List<PartialSelection> open = new ArrayList<>(List.of(most));
    for (int next : candidates()) {
      for (PartialSelection grown : open.stream().flatMap(pick -> extend(pick, next)).toList()) {
        most = grown.value() > most.value() ? grown : most;
        if (grown.positions().size() < MAX_SENTENCES) {
          open.add(grown);
        }
      }
    }
    return most.positions();
  }

  /// The best, and whatever holds most of what the reader asked for.
  private List<Integer> candidates() {
    List<Integer> fitting =
        ranked.stream()
            .filter(i -> sentences.get(i).length() <= SummaryRequest.MAX_LENGTH)
            .toList();
    Stream<Integer> asked =
        fitting.stream()
            .filter(this::hasReaderWords)
            .max(Comparator.comparingDouble(scores::readerWordShare))
            .stream();
    return Stream.concat(fitting.stream().limit(MAX_CANDIDATES), asked)
        .distinct()
        .filter(i -> hasReaderWords(i) || reachesShareOfBest(MIN_SHARE_OF_BEST, i))
        .toList();
  }

  private boolean hasReaderWords(int position) {
    return scores.readerWordShare(position) > 0;
  }

  private boolean reachesShareOfBest(double share, int position) {
    double top = scores.of(ranked.getFirst());
    return scores.of(position) >= Math.min(top, share * top);
  }

  private Stream<PartialSelection> extend(PartialSelection pick, int next) {
    int own = sentences.get(next).length();
    int length = pick.positions().isEmpty() ? own : pick.length() + 1 + own;
    double alike = scores.similarity(next, pick.positions());
    boolean needless =
        pick.positions().size() >= USUAL_SENTENCES
            && !hasReaderWords(next)
            && !reachesShareOfBest(MIN_SHARE_FOR_THIRD, next);
    if (length > (needless ? SHORT_SUMMARY_LENGTH : SummaryRequest.MAX_LENGTH)
        || alike >= MAX_SIMILARITY) {
      return Stream.empty();
    }
    double score = Math.max(MIN_SCORE, scores.of(next) - REPETITION_PENALTY * alike);
    List<Integer> positions = new ArrayList<>(pick.positions());
    positions.add(next);
    double asked = Math.max(pick.readerWordShare(), scores.readerWordShare(next));
    double gain =
        READER_WORDS_BONUS * (asked - pick.readerWordShare())
            + (scores.isLead(next) ? LEAD_BONUS : 0);
    return Stream.of(
        new PartialSelection(positions, length, asked, pick.value() + score * own + gain));
  }

  /// Sentences chosen so far.
  ///
  /// @param length of all, joined by blanks
  /// @param readerWordShare the most that one of them holds of what the reader asked for
  private record PartialSelection(
      List<Integer> positions, int length, double readerWordShare, double value) {}
}
