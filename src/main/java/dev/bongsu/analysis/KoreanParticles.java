package dev.bongsu.analysis;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.Set;
import java.util.stream.Stream;

/// The particles that a Korean noun can end in, as a word of a text shows them.
public final class KoreanParticles {
  private static final Set<String> SINGLE = LanguagePacks.entries(PackFile.BARE_PARTICLES);
  private static final Set<String> LONGER = LanguagePacks.entries(PackFile.PARTICLES);

  /// A bare word that ends so may be a verb: 사고 is an accident, or buying and.
  private static final CharBitSet POSSIBLE_VERB_ENDINGS =
      new CharBitSet(String.join("", LanguagePacks.entries(PackFile.VERB_ENDINGS)));

  static final int MAX_LENGTH = 4;
  static final int NOUN_ONLY_SHIFT = 8;

  private static final int TABLE_SIZE = 1024;

  /// All of them, each in one number, the last letter lowest, at the place that the number gives.
  private static final long[] SLOTS = new long[TABLE_SIZE];

  private static final boolean[] NOUN_ONLY_SLOTS = new boolean[TABLE_SIZE];

  static {
    Stream.concat(SINGLE.stream(), LONGER.stream())
        .mapToLong(KoreanParticles::pack)
        .forEach(packed -> SLOTS[slotOf(packed)] = packed);
    for (String ending : LanguagePacks.entries(PackFile.NOUN_PARTICLES)) {
      NOUN_ONLY_SLOTS[slotOf(pack(ending))] = true;
    }
  }

  private KoreanParticles() {}

  private static long pack(String ending) {
    long packed = 0;
    for (int i = 0; i < ending.length(); i++) {
      packed |= (long) ending.charAt(ending.length() - 1 - i) << (Character.SIZE * i);
    }
    return packed;
  }

  private static int slotOf(long packed) {
    int place = (int) ((packed * 0x9E3779B97F4A7C15L) >>> 54);
    while (SLOTS[place] != 0 && SLOTS[place] != packed) {
      place = (place + 1) & (TABLE_SIZE - 1);
    }
    return place;
  }

  /// How a written word can end: bit n is set if its last n letters are a particle, bit 0 always;
  /// eight bits higher those that only nouns have.
  static int endingMask(char[] letters, int start, int end) {
    boolean verbal = POSSIBLE_VERB_ENDINGS.contains(letters[end - 1]);
    int endings = verbal ? 1 : 1 | 1 << NOUN_ONLY_SHIFT;
    long packed = 0;
    for (int length = 1; length <= MAX_LENGTH && end - length > start; length++) {
      packed |= (long) letters[end - length] << (Character.SIZE * (length - 1));
      int found = slotOf(packed);
      if (SLOTS[found] != 0) {
        endings |= (1 | (NOUN_ONLY_SLOTS[found] ? 1 << NOUN_ONLY_SHIFT : 0)) << length;
      }
    }
    return endings;
  }

  static boolean contains(String ending) {
    return SINGLE.contains(ending) || LONGER.contains(ending);
  }

  /// Whether a word is nothing but a particle of one syllable: nothing to search for. Longer ones
  /// can be nouns too (이란 is Iran).
  public static boolean isBareParticle(String word) {
    return SINGLE.contains(word);
  }
}
