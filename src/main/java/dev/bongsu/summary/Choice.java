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
/// @param best positions of the sentences, the best first
record Choice(List<String> sentences, SentenceScores scores, List<Integer> best) {
  private static final int MOST_SENTENCES = 3;
  private static final int ENOUGH_SENTENCES = 2;

  /// Sets are sought among so many of the best: 1 350 at most.
  private static final int CONSIDERED = 20;

  private static final double TOO_ALIKE = 0.75;
  private static final double REPETITION = 0.3;

  /// What the lead counts beyond its length, in characters of score 1: news is often told in few.
  private static final int LEAD = 90;

  /// What it is worth that the reader's words stand in a summary, once.
  private static final int ASKED = 150;

  /// No sentence makes a summary worse than none.
  private static final double LEAST_SCORE = 0.01;

  /// What a sentence must have of the best one's score.
  private static final double LEAST_SHARE_OF_BEST = 0.35;

  /// What a third one must have unless all are shorter than [#SHORT].
  private static final double GOOD_SHARE_OF_BEST = 0.6;

  private static final int SHORT = 145;

  /// Positions in no order; empty if no sentence fits.
  List<Integer> choose() {
    Pick most = new Pick(List.of(), 0, 0, 0);
    List<Pick> open = new ArrayList<>(List.of(most));
    for (int next : candidates()) {
      for (Pick grown : open.stream().flatMap(pick -> with(pick, next)).toList()) {
        most = grown.worth() > most.worth() ? grown : most;
        if (grown.positions().size() < MOST_SENTENCES) {
          open.add(grown);
        }
      }
    }
    return most.positions();
  }

  /// The best, and whatever holds most of what the reader asked for.
  private List<Integer> candidates() {
    List<Integer> fitting =
        best.stream().filter(i -> sentences.get(i).length() <= Summarizer.MAX_LENGTH).toList();
    Stream<Integer> asked =
        fitting.stream()
            .filter(this::isAsked)
            .max(Comparator.comparingDouble(scores::asked))
            .stream();
    return Stream.concat(fitting.stream().limit(CONSIDERED), asked)
        .distinct()
        .filter(i -> isAsked(i) || hasOfBest(LEAST_SHARE_OF_BEST, i))
        .toList();
  }

  private boolean isAsked(int position) {
    return scores.asked(position) > 0;
  }

  private boolean hasOfBest(double share, int position) {
    double top = scores.of(best.getFirst());
    return scores.of(position) >= Math.min(top, share * top);
  }

  private Stream<Pick> with(Pick pick, int next) {
    int own = sentences.get(next).length();
    int length = pick.positions().isEmpty() ? own : pick.length() + 1 + own;
    double alike = scores.similarity(next, pick.positions());
    boolean needless =
        pick.positions().size() >= ENOUGH_SENTENCES
            && !isAsked(next)
            && !hasOfBest(GOOD_SHARE_OF_BEST, next);
    if (length > (needless ? SHORT : Summarizer.MAX_LENGTH) || alike >= TOO_ALIKE) {
      return Stream.empty();
    }
    double score = Math.max(LEAST_SCORE, scores.of(next) - REPETITION * alike);
    List<Integer> positions = new ArrayList<>(pick.positions());
    positions.add(next);
    double asked = Math.max(pick.asked(), scores.asked(next));
    double gain = ASKED * (asked - pick.asked()) + (scores.isLead(next) ? LEAD : 0);
    return Stream.of(new Pick(positions, length, asked, pick.worth() + score * own + gain));
  }

  /// Sentences chosen so far.
  ///
  /// @param length of all, joined by blanks
  /// @param asked the most that one of them holds of what the reader asked for
  private record Pick(List<Integer> positions, int length, double asked, double worth) {}
}
