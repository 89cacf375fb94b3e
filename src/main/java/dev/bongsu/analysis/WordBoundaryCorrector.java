package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Removes short words of the dictionary that the analyser found across the border of two other
/// words. To the analyser an entry of a dictionary outweighs everything, so it reads 중국회사 (a
/// Chinese company) as 중 국회 사, with a parliament inside, and finds an apple in 파인애플.
///
/// Holds buffers, so one thread at a time.
final class WordBoundaryCorrector {
  /// Longer words do not appear by chance.
  private static final int MAX_CHECKED_LENGTH = 3;

  private static final String INSTITUTION_HEAD = "장";
  private static final int MAX_WORD_LENGTH = 40;
  private static final int MAX_CACHED_READINGS = 1_000;

  private final Set<String> entries;
  private final MorphologicalAnalyzer plainAnalyzer = new MorphologicalAnalyzer(null);

  private final BoundedCache<Optional<List<Morpheme>>> cachedReadings =
      new BoundedCache<>(MAX_CACHED_READINGS);

  /// @param entries surfaces of the dictionary
  WordBoundaryCorrector(Set<String> entries) {
    this.entries =
        entries.stream()
            .filter(entry -> entry.length() <= MAX_CHECKED_LENGTH)
            .filter(entry -> entry.chars().allMatch(c -> WordCharacters.isHangul(c)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The same morphemes, but for written words that read better without the dictionary.
  ///
  /// @param morphemes of the text, in order
  List<Morpheme> correct(String normal, List<Morpheme> morphemes) {
    List<Morpheme> settled = new ArrayList<>(morphemes.size());
    int end = 0;
    for (Morpheme morpheme : morphemes) {
      if (morpheme.start() < end) {
        continue;
      }
      List<Morpheme> better =
          entries.contains(morpheme.form()) ? withoutDictionary(normal, morpheme) : List.of();
      if (better.isEmpty()) {
        settled.add(morpheme);
      } else {
        end = better.getLast().end();
        int start = better.getFirst().start();
        while (!settled.isEmpty() && settled.getLast().start() >= start) {
          settled.removeLast();
        }
        settled.addAll(better);
      }
    }
    return settled;
  }

  /// The reading of the word around an entry without the dictionary; empty to keep the entry.
  private List<Morpheme> withoutDictionary(String normal, Morpheme entry) {
    int start = entry.start();
    int end = entry.end();
    while (start > 0 && WordCharacters.isHangul(normal.charAt(start - 1))) {
      start--;
    }
    while (end < normal.length() && WordCharacters.isHangul(normal.charAt(end))) {
      end++;
    }
    boolean alone = start == entry.start() && hasValidEnding(normal.substring(entry.end(), end));
    if (alone || end - start > MAX_WORD_LENGTH) {
      return List.of();
    }
    int from = start;
    return cachedReadings
        .computeIfAbsent(normal.substring(start, end), plainAnalyzer::knownMorphemes)
        .map(reading -> reading.stream().map(morpheme -> morpheme.shifted(from)).toList())
        .filter(WordBoundaryCorrector::isPlausible)
        .filter(reading -> reading.stream().anyMatch(word -> crosses(word, entry)))
        .orElse(List.of());
  }

  /// Whether what follows an entry leaves it a word: nothing, a particle, or 장, the head of an
  /// institution, which the analyser would take for another (국정 원장).
  private static boolean hasValidEnding(String rest) {
    return rest.isEmpty() || KoreanParticles.contains(rest) || rest.startsWith(INSTITUTION_HEAD);
  }

  /// Single syllables are pieces of a word that was cut apart, unless they end a longer one: 대상자 as
  /// 대상 자.
  private static boolean isPlausible(List<Morpheme> reading) {
    boolean afterNoun = false;
    for (Morpheme morpheme : reading) {
      boolean isLong = morpheme.end() - morpheme.start() > 1;
      boolean isNoun = morpheme.role() == Morpheme.Role.NOUN;
      if (morpheme.role() != Morpheme.Role.ENDING && !isLong && !(isNoun && afterNoun)) {
        return false;
      }
      afterNoun = isNoun && isLong;
    }
    return true;
  }

  private static boolean crosses(Morpheme word, Morpheme entry) {
    return spans(word, entry.start()) || spans(word, entry.end());
  }

  private static boolean spans(Morpheme word, int border) {
    return word.start() < border && border < word.end();
  }
}
