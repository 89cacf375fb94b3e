package dev.bongsu.analysis;

/// Hashes of what texts and queries may have in common. Two different things share a key about once
/// in 10^19: with a million queries one match in 10^10 articles is wrong. Most keys are trusted
/// without a look at the text; where the order of words matters, the words are compared.
public final class KeyHashes {
  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final long TOKEN = 0x243F6A8885A308D3L;
  private static final long PAIR = 0x452821E638D01377L;
  private static final long SURFACE = 0x13198A2E03707344L;
  private static final long NOUN = 0xB7E151628AED2A6AL;
  private static final long PREFIX = 0xA4093822299F31D0L;
  private static final long FIELD = 0x082EFA98EC4E6C89L;

  private KeyHashes() {}

  /// The key of a text of some kind, such as an article's source.
  public static long of(String kind, String value) {
    return mix(FIELD ^ hash(kind) * BASE, hash(value));
  }

  static long token(String form) {
    return mix(TOKEN, hash(form));
  }

  /// The key of two tokens that follow each other.
  static long pair(long token, long next) {
    return mix(PAIR ^ token * BASE, next);
  }

  static long surface(long hash) {
    return mix(SURFACE, hash);
  }

  /// Of a surface that can be nothing but a noun.
  static long noun(long hash) {
    return mix(NOUN, hash);
  }

  static long prefix(long hash) {
    return mix(PREFIX, hash);
  }

  static long hash(CharSequence letters) {
    long hash = 0;
    for (int i = 0; i < letters.length(); i++) {
      hash = append(hash, letters.charAt(i));
    }
    return hash;
  }

  /// The hash of a text and one more character. That of `b` follows from those of `ab` and `a`: see
  /// [#suffixHash].
  static long append(long hash, char letter) {
    return hash * BASE + letter + 1;
  }

  /// The hash of what follows a beginning.
  ///
  /// @param power of the number of characters that follow, see [#powers]
  static long suffixHash(long whole, long beginning, long power) {
    return whole - beginning * power;
  }

  /// The powers of the base up to `longest`.
  static long[] powers(int longest) {
    long[] powers = new long[longest + 1];
    powers[0] = 1;
    for (int i = 1; i <= longest; i++) {
      powers[i] = powers[i - 1] * BASE;
    }
    return powers;
  }

  private static long mix(long kind, long hash) {
    long key = (hash ^ kind) * 0xFF51AFD7ED558CCDL;
    key = (key ^ (key >>> 32)) * 0xC4CEB9FE1A85EC53L;
    return key ^ (key >>> 29);
  }
}
