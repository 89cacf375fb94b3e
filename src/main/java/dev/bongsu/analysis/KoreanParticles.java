package dev.bongsu.analysis;

import java.util.Set;
import java.util.stream.Stream;

/// The particles that a Korean noun can end in, as a word of a text shows them.
public final class KoreanParticles {
  private static final Set<String> SINGLE =
      Set.of("이", "가", "은", "는", "을", "를", "의", "에", "와", "과", "도", "로", "만", "야", "께", "란");

  private static final Set<String> LONGER =
      Set.of(
          ("으로 에서 에게 한테 께서 부터 까지 처럼 보다 이나 이며 이고 이란 이라 라는 라고 이다 조차 마저 밖에 만의 와의 과의 "
                  + "에는 에도 에만 에의 로는 로도 로의 로서 로써 라며 이랑 하고 마다 대로 만큼 에선 에게서 에서는 에서도 에서의 에서만 "
                  + "에게는 에게도 으로는 으로도 으로의 으로서 으로써 로부터 으로부터 까지는 까지도 까지의 부터는 이라는 이라고 이라며 "
                  + "이라도 이라면 께서는 보다는 보다도 처럼은 만으로 만이 만은 만을 과는 과도 와는 와도 로만 으로만 로선 으로선 인데 "
                  + "였다 이었다 인 다 이자 라도 이지만 지만 나 측은 측이 들이 들은 들을 들의 들에게 들도 들과 등은 등이 등을 등의 등에 등")
              .split(" "));

  /// Those that no verb's stem ends in: 배우를 is an actor, 배우는 may be to learn.
  private static final Set<String> NOUN_ONLY =
      Set.of(
          ("이 가 은 을 를 의 에 와 과 도 로 만 으로 에서 에게 한테 께서 부터 까지 처럼 보다 조차 마저 밖에 만의 와의 과의 에는 에도 에만"
                  + " 에의 로는 로도 로의 로서 로써 마다 만큼 에선 에게서 에서는 에서도 에서의 에서만 에게는 에게도 으로는 으로도 으로의 으로서"
                  + " 으로써 로부터 으로부터 까지는 까지도 까지의 부터는 께서는 보다는 보다도 만으로 만이 만은 만을 과는 과도 와는 와도"
                  + " 로만 으로만 로선 으로선 측은 측이 들이 들은 들을 들의 들에게 들도 들과 등은 등이 등을 등의 등에 등")
              .split(" "));

  /// A bare word that ends so may be a verb: 사고 is an accident, or buying and.
  private static final CharBitSet POSSIBLE_VERB_ENDINGS = new CharBitSet("고서면게지며자나니어아은는을인한된할될");

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
    for (String ending : NOUN_ONLY) {
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
