package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The nouns inside a written Korean word in every reading that is as good as the best one. The
/// analyser gives one reading, by the words around: after 풀고 it reads 보안업체를 (security firms) as a
/// form of 보다.
///
/// A reading divides the whole word into known nouns; the fewer single characters are left over,
/// the better, then the fewer nouns: 중국·회사, not 중·국회·사. Thread-safe.
final class CompoundNouns {
  static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 14;
  private static final int MAX_CACHED = 50_000;
  private static final int NO_READING = 10_000;

  /// What a noun costs, and a single character at the end of a word and within.
  private static final int NOUN = 1;

  private static final int SINGLE = 100;
  private static final int INNER_SINGLE = 200;
  private static final int MAX_COST = 199;

  /// Characters that a noun of three ends in and is about the noun before: 보험료 is of 보험.
  private static final CharBitSet SUFFIXES = new CharBitSet("료비금법세율난망단범죄권액량팀업");

  private final KnownNouns nouns;
  private final Set<String> wholeWords;
  private final Map<String, List<Range>> cached = new ConcurrentHashMap<>();

  /// A noun within a word.
  ///
  /// @param end exclusive
  record Range(int start, int end) {}

  /// @param wholeWords of which no part is a noun by itself
  CompoundNouns(KnownNouns nouns, Set<String> wholeWords) {
    this.nouns = nouns;
    this.wholeWords = wholeWords;
  }

  /// Whether a noun of two characters may look like one and a particle: 비만.
  boolean isKnown(String noun) {
    return nouns.contains(noun);
  }

  /// How many single characters the best reading of a word leaves over, within counting double.
  int leftOver(String word) {
    return costs(word)[0][word.length()] / SINGLE;
  }

  /// Whether a word has a length that is looked into.
  static boolean canHold(int length) {
    return length >= MIN_LENGTH && length <= MAX_LENGTH;
  }

  /// The nouns of two characters or more, in no order.
  ///
  /// @param word with or without a particle; one that is not all Hangul has none
  List<Range> of(String word) {
    List<Range> known = cached.get(word);
    if (known == null) {
      if (cached.size() >= MAX_CACHED) {
        cached.clear();
      }
      known = find(word);
      cached.put(word, known);
    }
    return known;
  }

  private List<Range> find(String word) {
    if (!word.chars().allMatch(c -> WordCharacters.isHangul(c))) {
      return List.of();
    }
    String stem = word;
    int best = costs(word)[0][word.length()];
    for (int left = KoreanParticles.MAX_LENGTH; left > 0; left--) {
      int end = word.length() - left;
      if (end >= MIN_LENGTH && KoreanParticles.contains(word.substring(end))) {
        int cost = costs(word.substring(0, end))[0][end];
        if (cost / SINGLE <= best / SINGLE) {
          best = cost;
          stem = word.substring(0, end);
        }
      }
    }
    return best > MAX_COST || nouns.contains(stem) ? List.of() : nounsOf(stem);
  }

  private List<Range> nounsOf(String stem) {
    int[][] costs = costs(stem);
    int length = stem.length();
    List<Range> found = new ArrayList<>();
    for (int start = 0; start < length; start++) {
      int last = Math.min(length, start + KnownNouns.MAX_LENGTH);
      for (int end = start + 2; end <= last; end++) {
        int cost = costs[0][start] + costs[start][end] + costs[end][length];
        Range noun = new Range(start, end);
        if (cost == costs[0][length] && end - start < length && isNoun(stem, noun, costs)) {
          found.add(noun);
        }
      }
    }
    return List.copyOf(found);
  }

  /// Not 이란 in 행복이란, where it is a particle, nor the bank 산은 in 중국산은.
  private boolean isNoun(String stem, Range noun, int[][] costs) {
    String last = stem.substring(noun.start());
    boolean particle =
        noun.end() == stem.length()
            && (KoreanParticles.contains(last)
                || (last.length() == 2
                    && KoreanParticles.isBareParticle(last.substring(1))
                    && !nouns.isCommonNoun(last)));
    return !particle && !isWithinWholeWord(stem, noun, costs);
  }

  /// The cost of the best reading from each place to each other.
  private int[][] costs(String stem) {
    int length = stem.length();
    int[][] costs = new int[length + 1][length + 1];
    for (int start = length; start >= 0; start--) {
      Arrays.fill(costs[start], NO_READING);
      costs[start][start] = 0;
      for (int size = 1; start + size <= length; size++) {
        int cost = segmentCost(stem, start, start + size);
        for (int end = start + size; end <= length && cost < NO_READING; end++) {
          costs[start][end] = Math.min(costs[start][end], cost + costs[start + size][end]);
        }
      }
    }
    return costs;
  }

  private int segmentCost(String stem, int start, int end) {
    if (end - start > 1) {
      return (nouns.lengthsAt(stem, start) >> (end - start) & 1) == 1 ? NOUN : NO_READING;
    }
    boolean suffix =
        start >= 2
            && SUFFIXES.contains(stem.charAt(start))
            && nouns.contains(stem.substring(start - 2, end))
            && nouns.contains(stem.substring(start - 2, start));
    int single = end == stem.length() ? SINGLE : INNER_SINGLE;
    return suffix ? 0 : single;
  }

  /// Whether what follows a word leaves it whole: a particle, or one syllable, as in 국가정보원장.
  private static boolean isRest(String stem, int start) {
    return stem.length() - start <= 1 || KoreanParticles.contains(stem.substring(start));
  }

  /// Whether a noun stands within a longer word of the dictionary that a best reading has: 정보 in
  /// 국가정보원.
  private boolean isWithinWholeWord(String stem, Range noun, int[][] costs) {
    int length = stem.length();
    for (int start = 0; start <= noun.start(); start++) {
      for (int end = noun.end(); end <= length; end++) {
        boolean longer = end - start > noun.end() - noun.start();
        int around = costs[0][start] + (isRest(stem, end) ? 0 : costs[end][length]);
        if (longer
            && around <= costs[0][length]
            && wholeWords.contains(stem.substring(start, end))) {
          return true;
        }
      }
    }
    return false;
  }
}
