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
/// lead of every third English article. A lead too long to leave room is also tried cut at a
/// clause.
///
/// @param ranked positions of the sentences, the best first
record SentenceSelection(
    List<String> sentences, SentenceScores scores, List<Integer> ranked, String language) {
  private static final int MAX_SENTENCES = 3;
  private static final int USUAL_SENTENCES = 2;

  /// Sets are sought among so many of the best: 1 350 at most.
  private static final int MAX_CANDIDATES = 20;

  private static final double MAX_SIMILARITY = 0.6;
  private static final double REPETITION_PENALTY = 0.3;

  /// What the lead counts beyond its length, in characters of score 1: a lead is often short.
  private static final int LEAD_BONUS = 250;

  /// What it costs that a sentence leans on one that is not chosen.
  private static final int DANGLING_PENALTY = 200;

  /// What it is worth that the reader's words stand in a summary, once.
  private static final int READER_WORDS_BONUS = 150;

  /// No sentence makes a summary worse than none.
  private static final double MIN_SCORE = 0.01;

  /// What a sentence must have of the best one's score.
  private static final double MIN_SHARE_OF_BEST = 0.35;

  /// What a third one must have unless all are shorter than [#SHORT_SUMMARY_LENGTH].
  private static final double MIN_SHARE_FOR_THIRD = 0.6;

  private static final int SHORT_SUMMARY_LENGTH = 145;

  /// A lead longer than this is also tried cut, to leave room for a second sentence.
  private static final int LONG_LEAD = 180;

  /// A cut lead is at most this long.
  private static final int MAX_CUT_LENGTH = 190;

  /// A lead that fits nowhere is cut to this length.
  private static final int MAX_LONGEST_CUT = 230;

  private static final double CUT_PENALTY = 0.15;

  /// The texts in the article's order; empty if no sentence fits.
  List<String> select() {
    PartialSelection most = new PartialSelection(List.of(), 0, 0, 0);
    double best = Double.NEGATIVE_INFINITY;
    List<PartialSelection> open = new ArrayList<>(List.of(most));
    for (Candidate next : candidates()) {
      for (PartialSelection grown : open.stream().flatMap(pick -> extend(pick, next)).toList()) {
        double value = grown.value() - danglingPenalty(grown);
        if (value > best) {
          most = grown;
          best = value;
        }
        if (grown.candidates().size() < MAX_SENTENCES) {
          open.add(grown);
        }
      }
    }
    return most.candidates().stream()
        .sorted(Comparator.comparingInt(Candidate::position))
        .map(Candidate::text)
        .toList();
  }

  private double danglingPenalty(PartialSelection pick) {
    return DANGLING_PENALTY * scores.references().dangling(pick.positions());
  }

  /// The best, whatever holds most of what the reader asked for, and the lead cut short.
  private List<Candidate> candidates() {
    List<Integer> fitting = ranked.stream().filter(this::fits).toList();
    Stream<Integer> asked =
        fitting.stream()
            .filter(this::hasReaderWords)
            .max(Comparator.comparingDouble(scores::readerWordShare))
            .stream();
    Stream<Integer> leads = fitting.stream().filter(scores::isLead);
    Stream<Candidate> whole =
        Stream.of(fitting.stream().limit(MAX_CANDIDATES), leads, asked)
            .flatMap(positions -> positions)
            .distinct()
            .filter(i -> hasReaderWords(i) || reachesShareOfBest(MIN_SHARE_OF_BEST, i))
            .map(i -> new Candidate(i, sentences.get(i), scores.of(i), scores.readerWordShare(i)));
    Stream<Candidate> cut = ranked.stream().filter(scores::isLead).flatMap(this::cuts);
    return Stream.concat(whole, cut).toList();
  }

  private boolean fits(int position) {
    return sentences.get(position).length() <= SummaryRequest.MAX_LENGTH;
  }

  /// A long lead cut at a clause; one that fits nowhere is cut at any rate, with room beside it or
  /// without.
  private Stream<Candidate> cuts(int position) {
    String sentence = sentences.get(position);
    if (sentence.length() < LONG_LEAD) {
      return Stream.empty();
    }
    Stream<String> heads =
        fits(position)
            ? Stream.ofNullable(ClauseCutter.cut(sentence, MAX_CUT_LENGTH, language))
            : Stream.of(MAX_LONGEST_CUT, SummaryRequest.MAX_LENGTH)
                .map(max -> ClauseCutter.cutAnywhere(sentence, max, language));
    return heads
        .distinct()
        .map(head -> new Candidate(position, head, scores.of(position) - CUT_PENALTY, 0));
  }

  private boolean hasReaderWords(int position) {
    return scores.readerWordShare(position) > 0;
  }

  private boolean reachesShareOfBest(double share, int position) {
    double top = scores.of(ranked.getFirst());
    return scores.of(position) >= Math.min(top, share * top);
  }

  private Stream<PartialSelection> extend(PartialSelection pick, Candidate next) {
    int own = next.text().length();
    int length = pick.candidates().isEmpty() ? own : pick.length() + 1 + own;
    double alike = scores.similarity(next.position(), pick.positions());
    boolean needless =
        pick.candidates().size() >= USUAL_SENTENCES
            && next.readerWordShare() == 0
            && !reachesShareOfBest(MIN_SHARE_FOR_THIRD, next.position());
    if (length > (needless ? SHORT_SUMMARY_LENGTH : SummaryRequest.MAX_LENGTH)
        || alike >= MAX_SIMILARITY
        || scores.repeats(next.position(), pick.positions())) {
      return Stream.empty();
    }
    double score = Math.max(MIN_SCORE, next.score() - REPETITION_PENALTY * alike);
    List<Candidate> candidates = new ArrayList<>(pick.candidates());
    candidates.add(next);
    double asked = Math.max(pick.readerWordShare(), next.readerWordShare());
    double gain =
        READER_WORDS_BONUS * (asked - pick.readerWordShare())
            + (scores.isLead(next.position()) ? LEAD_BONUS : 0);
    return Stream.of(
        new PartialSelection(candidates, length, asked, pick.value() + score * own + gain));
  }

  /// A sentence, or its beginning.
  private record Candidate(int position, String text, double score, double readerWordShare) {}

  /// Sentences chosen so far.
  ///
  /// @param length of all, joined by blanks
  /// @param readerWordShare the most that one of them holds of what the reader asked for
  private record PartialSelection(
      List<Candidate> candidates, int length, double readerWordShare, double value) {
    List<Integer> positions() {
      return candidates.stream().map(Candidate::position).toList();
    }
  }
}
