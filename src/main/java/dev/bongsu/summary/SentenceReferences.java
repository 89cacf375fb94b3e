package dev.bongsu.summary;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which sentences of an article can be understood without which others: "He also …" leans on what
/// stands before it, "Clark said …" on the sentence that introduced Anna Clark, a quote on the one
/// that says who speaks.
final class SentenceReferences {
  private final List<Boolean> leaning;
  private final List<List<Set<Integer>>> introductions;

  private SentenceReferences(List<Boolean> leaning, List<List<Set<Integer>>> introductions) {
    this.leaning = leaning;
    this.introductions = introductions;
  }

  static SentenceReferences of(List<String> sentences, SummaryRequest wish, boolean quotes) {
    NameIntroductions names = new NameIntroductions(sentences, wish.title(), wish.language());
    return new SentenceReferences(
        IntStream.range(0, sentences.size())
            .mapToObj(i -> !names.startsWithHalfName(i) && leans(sentences.get(i), quotes))
            .toList(),
        IntStream.range(0, sentences.size()).mapToObj(names::needed).toList());
  }

  private static boolean leans(String sentence, boolean quotes) {
    return SentenceShape.startsAsConnective(sentence)
        || (!quotes && SentenceShape.isQuoteWithoutSpeaker(sentence));
  }

  /// Whether a sentence says little without the one before it.
  boolean leans(int position) {
    return leaning.get(position);
  }

  /// How many of the sentences at these positions, in ascending order, lean on one that is missing.
  int dangling(List<Integer> positions) {
    int count = 0;
    for (int at = 0; at < positions.size(); at++) {
      List<Integer> before = positions.subList(0, at);
      count += isSupported(positions.get(at), before) ? 0 : 1;
    }
    return count;
  }

  private boolean isSupported(int position, List<Integer> before) {
    boolean follows =
        !leans(position) || (!before.isEmpty() && isContinued(before.getLast(), position));
    return follows
        && introductions.get(position).stream()
            .allMatch(places -> before.stream().anyMatch(places::contains));
  }

  /// Whether all between two sentences lean on the first, as the second does.
  private boolean isContinued(int from, int to) {
    return IntStream.range(from + 1, to).allMatch(this::leans);
  }
}
