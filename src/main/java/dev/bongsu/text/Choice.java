package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which of an article's sentences make its summary.
///
/// @param best positions of the sentences, the best first
/// @param eastAsian whether the text is in a language of short sentences
record Choice(
    List<String> sentences, SentenceScores scores, List<Integer> best, boolean eastAsian) {
  private static final double TOO_ALIKE = 0.75;
  private static final double LEAST_SHARE_OF_BEST = 0.35;
  private static final double REPETITION = 0.3;

  /// Two sentences below this length leave room for a third. In Korean one more costs a short
  /// reference as much as it gains on a long one; in English there is only gain.
  private static final int SHORT_EAST_ASIAN = 160;

  private static final int SHORT_LATIN = 235;

  /// Of two that are as good, the one that uses more of the room.
  private static final double FILL = 0.3;

  /// The pick that starts from the best sentence; from the next one if nothing fits beside it.
  List<Integer> choose() {
    List<Integer> alone = List.of();
    for (int first : best) {
      List<Integer> chosen = from(first);
      if (chosen.size() > 1) {
        return chosen;
      }
      alone = alone.isEmpty() ? chosen : alone;
    }
    return alone;
  }

  private List<Integer> from(int first) {
    List<Integer> chosen = new ArrayList<>();
    if (sentences.get(first).length() > Summarizer.MAX_LENGTH) {
      return chosen;
    }
    chosen.add(first);
    double least = LEAST_SHARE_OF_BEST * scores.of(first);
    int next = next(chosen);
    while (next >= 0 && wantsMore(chosen) && scores.of(next) >= least) {
      chosen.add(next);
      next = next(chosen);
    }
    return chosen;
  }

  private boolean wantsMore(List<Integer> chosen) {
    int enough = eastAsian ? SHORT_EAST_ASIAN : SHORT_LATIN;
    return chosen.size() < 2 || (chosen.size() == 2 && length(chosen) < enough);
  }

  /// The best sentence that still fits and says something else; -1 if there is none.
  private int next(List<Integer> chosen) {
    int room = Summarizer.MAX_LENGTH - length(chosen) - 1;
    return best.stream()
        .filter(candidate -> !chosen.contains(candidate))
        .filter(candidate -> sentences.get(candidate).length() <= room)
        .filter(candidate -> scores.similarity(candidate, chosen) < TOO_ALIKE)
        .max(Comparator.comparingDouble(candidate -> worth(candidate, chosen)))
        .orElse(-1);
  }

  private double worth(int candidate, List<Integer> chosen) {
    double fill = eastAsian ? 0 : FILL * sentences.get(candidate).length() / Summarizer.MAX_LENGTH;
    return scores.of(candidate) + fill - REPETITION * scores.similarity(candidate, chosen);
  }

  private int length(List<Integer> chosen) {
    return Summarizer.lengthOf(chosen.stream().map(sentences::get).toList());
  }
}
