package dev.bongsu.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The surfaces of one text, found by the hash of their characters.
///
/// One thread adds; afterwards any number may read.
final class SurfaceIndex {
  private static final int NONE = -1;

  private long[] hashes;
  private int[] starts;

  /// The end of each, with a low bit that says whether it is a noun for certain.
  private int[] ends;

  private int size;

  /// Hash chains, made at the first search: an index needs all keys and few occurrences.
  private volatile @Nullable HashChains chains;

  private static final class HashChains {
    private final int[] heads;
    private final int[] nexts;

    HashChains(long[] hashes, int size) {
      heads = new int[Integer.highestOneBit(Math.max(16, size)) * 2];
      nexts = new int[size];
      Arrays.fill(heads, NONE);
      for (int i = 0; i < size; i++) {
        int head = bucketOf(hashes[i]);
        nexts[i] = heads[head];
        heads[head] = i;
      }
    }

    int bucketOf(long hash) {
      return (int) (hash ^ (hash >>> Integer.SIZE)) & (heads.length - 1);
    }
  }

  /// @param expected number of surfaces, an estimate
  SurfaceIndex(int expected) {
    int capacity = Math.max(16, expected);
    hashes = new long[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  /// @param start its first character
  /// @param end exclusive
  /// @param noun whether it can be nothing but a noun
  void add(long hash, int start, int end, boolean noun) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    hashes[size] = hash;
    starts[size] = start;
    ends[size++] = end << 1 | (noun ? 1 : 0);
  }

  /// The first surface of a hash; negative if there is none.
  int first(long hash) {
    HashChains known = chains();
    return followChain(known, known.heads[known.bucketOf(hash)], hash);
  }

  /// The next surface of the same hash; negative if there is none.
  int next(int surface) {
    HashChains known = chains();
    return followChain(known, known.nexts[surface], hashes[surface]);
  }

  private int followChain(HashChains known, int link, long hash) {
    int at = link;
    while (at != NONE && hashes[at] != hash) {
      at = known.nexts[at];
    }
    return at;
  }

  private HashChains chains() {
    HashChains known = chains;
    if (known == null) {
      known = new HashChains(hashes, size);
      chains = known;
    }
    return known;
  }

  int start(int surface) {
    return starts[surface];
  }

  int end(int surface) {
    return ends[surface] >> 1;
  }

  boolean isNoun(int surface) {
    return (ends[surface] & 1) == 1;
  }

  /// Adds the keys of all surfaces: one each, and a second for a noun.
  void addKeys(TextKeys keys) {
    for (int i = 0; i < size; i++) {
      keys.add(KeyHashes.surface(hashes[i]));
      if (isNoun(i)) {
        keys.add(KeyHashes.noun(hashes[i]));
      }
    }
  }
}
