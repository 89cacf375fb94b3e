package dev.bongsu.summary;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which sentences of an article can be understood without which others: "He also …" leans on what
/// stands before it, "Clark said …" on the sentence that introduced Anna Clark, a quote on the one
/// that says who speaks.
final class SentenceReferences {
  private final List<Boolean> leaning;
  private final List<List<Set<Integer>>> introductions;
  private final BitSet needy = new BitSet();

  /// Answers, which need the very question before them.
  private final BitSet answers = new BitSet();

  private SentenceReferences(List<Boolean> leaning, List<List<Set<Integer>>> introductions) {
    this.leaning = leaning;
    this.introductions = introductions;
    IntStream.range(0, leaning.size())
        .filter(i -> leaning.get(i) || !introductions.get(i).isEmpty())
        .forEach(needy::set);
  }

  static SentenceReferences of(List<String> sentences, SummaryRequest wish, boolean quotes) {
    NameIntroductions names = new NameIntroductions(sentences, wish.title(), wish.language());
    SentenceReferences references =
        new SentenceReferences(
            IntStream.range(0, sentences.size())
                .mapToObj(i -> !names.startsWithHalfName(i) && leans(sentences.get(i), quotes))
                .toList(),
            IntStream.range(0, sentences.size()).mapToObj(names::needed).toList());
    IntStream.range(0, sentences.size())
        .filter(i -> SentenceShape.isQuestionOrAnswer(sentences.get(i)))
        .forEach(references.answers::set);
    references.needy.or(references.answers);
    return references;
  }

  private static boolean leans(String sentence, boolean quotes) {
    return SentenceShape.startsAsConnective(sentence)
        || SentenceShape.hasPronounSpeaker(sentence)
        || (!quotes && SentenceShape.isQuoteWithoutSpeaker(sentence));
  }

  /// How many of the sentences at these positions lean on one that is missing.
  int dangling(List<Integer> positions) {
    if (positions.stream().noneMatch(needy::get)) {
      return 0;
    }
    List<Integer> ordered = positions.stream().sorted().toList();
    int count = 0;
    for (int at = 0; at < ordered.size(); at++) {
      boolean needs = needy.get(ordered.get(at));
      count += needs && !isSupported(ordered.get(at), ordered.subList(0, at)) ? 1 : 0;
    }
    return count;
  }

  private boolean isSupported(int position, List<Integer> before) {
    if (answers.get(position) && !before.contains(position - 1)) {
      return false;
    }
    boolean follows =
        !leaning.get(position) || (!before.isEmpty() && isContinued(before.getLast(), position));
    return follows
        && introductions.get(position).stream()
            .allMatch(places -> before.stream().anyMatch(places::contains));
  }

  /// Whether all between two sentences lean on the first, as the second does.
  private boolean isContinued(int from, int to) {
    return IntStream.range(from + 1, to).allMatch(leaning::get);
  }
}
