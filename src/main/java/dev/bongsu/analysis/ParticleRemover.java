package dev.bongsu.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Takes the particle off a word of a query, as every written word of a text is found without its
/// particle: who asks for 대통령실의 발표 means 대통령실.
final class ParticleRemover {
  private static final int MIN_NOUN_LENGTH = 2;

  private final Function<String, List<Morpheme>> analyzer;
  private final CompoundNouns compounds;

  ParticleRemover(Function<String, List<Morpheme>> analyzer, CompoundNouns compounds) {
    this.analyzer = analyzer;
    this.compounds = compounds;
  }

  /// The word without its particle; empty if it has none, or is a noun as it stands (경기도).
  Optional<String> remove(String word) {
    boolean korean = !word.isEmpty() && word.chars().allMatch(c -> WordCharacters.isHangul(c));
    if (!korean || compounds.isKnown(word)) {
      return Optional.empty();
    }
    List<Morpheme> morphemes = analyzer.apply(word);
    int first = Math.max(MIN_NOUN_LENGTH, word.length() - KoreanParticles.MAX_LENGTH);
    for (int end = first; end < word.length(); end++) {
      if (KoreanParticles.contains(word.substring(end))
          && (endsNounAt(morphemes, end) || readsBetter(word.substring(0, end), word))) {
        return Optional.of(word.substring(0, end));
      }
    }
    return Optional.empty();
  }

  /// Whether the analyser sees the same border. It often takes 의 and 과 for nouns.
  private static boolean endsNounAt(List<Morpheme> morphemes, int end) {
    List<Morpheme> rest = morphemes.stream().filter(m -> m.start() >= end).toList();
    boolean border = morphemes.stream().anyMatch(m -> m.end() == end);
    boolean particles =
        rest.stream().allMatch(m -> m.role() == Morpheme.Role.ENDING)
            || (rest.size() == 1 && KoreanParticles.isBareParticle(rest.getFirst().form()));
    return border && particles;
  }

  /// Whether it is the particle that hides a noun: 한국의 is read as 한 국의.
  private boolean readsBetter(String noun, String word) {
    return compounds.isKnown(noun) || compounds.leftOver(noun) < compounds.leftOver(word);
  }
}
