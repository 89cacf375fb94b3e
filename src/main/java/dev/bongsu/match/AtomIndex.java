package dev.bongsu.match;

import dev.bongsu.analysis.TermKey;
import dev.bongsu.query.ArticleFields;
import dev.bongsu.query.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All atoms by their keys, and the parts that conditions share: what many queries require is in
/// memory once.
final class AtomIndex {
  private static final int MAX_PREFIX_LENGTH = 400;

  private final KeyFrequencies frequencies;

  /// One thread writes, all read.
  private final LongMap<PostingList<Atom>> byKey = new LongMap<>();

  /// Writer thread only.
  private final Map<Condition, InternedCondition> interned = new HashMap<>();

  /// The number of prefix atoms of each length.
  private final int[] prefixCounts = new int[MAX_PREFIX_LENGTH + 1];

  private volatile int[] prefixLengths = {};
  private int lastAtomNumber;

  AtomIndex(KeyFrequencies frequencies) {
    this.frequencies = frequencies;
  }

  /// The atoms that may be present in texts with a key.
  @Nullable PostingList<Atom> postings(long key) {
    return byKey.get(key);
  }

  /// Whether there may be atoms under a key (a Bloom filter: few false positives).
  boolean mightContain(long key) {
    return byKey.mightContain(key);
  }

  /// The lengths of all prefix atoms, ascending.
  int[] prefixLengths() {
    return prefixLengths;
  }

  /// The number of keys, for tests.
  int keyCount() {
    return byKey.size();
  }

  /// The atom of a part of an acquired condition, see [#acquire].
  Atom atomOf(Condition part) {
    return (Atom) Objects.requireNonNull(interned.get(part));
  }

  /// Adds the parts of a query's condition. Writer thread only.
  ///
  /// @return an equal condition that shares its parts with others
  Condition acquire(Condition condition) {
    return condition instanceof Condition.All ? condition.map(this::intern) : intern(condition);
  }

  /// Removes the parts that no other condition shares. Writer thread only.
  ///
  /// @param condition returned by [#acquire]
  void release(Condition condition) {
    if (condition instanceof Condition.All(List<Condition> all)) {
      all.forEach(this::releasePart);
    } else {
      releasePart(condition);
    }
  }

  private Condition intern(Condition condition) {
    InternedCondition known = interned.get(condition);
    if (known != null) {
      known.adjustReferences(1);
      return known.condition;
    }
    Condition own = condition.map(this::intern);
    interned.put(own, own.isAtom() ? createAtom(own) : new InternedCondition(own));
    return own;
  }

  private void releasePart(Condition condition) {
    InternedCondition part = Objects.requireNonNull(interned.get(condition));
    if (part.adjustReferences(-1) == 0) {
      interned.remove(condition);
      if (part instanceof Atom atom) {
        remove(atom);
      } else {
        condition.map(this::releasedPart);
      }
    }
  }

  private Condition releasedPart(Condition condition) {
    releasePart(condition);
    return condition;
  }

  private Atom createAtom(Condition condition) {
    lastAtomNumber++;
    Atom atom = new Atom(condition, lastAtomNumber, keysOf(condition));
    atom.forEachKey(
        key ->
            byKey.put(
                key, ConcurrentPostings.add(byKey.get(key), atom, new Atom.AtomAccessor(key))));
    countPrefix(condition, 1);
    return atom;
  }

  private List<TermKey> keysOf(Condition condition) {
    return switch (condition) {
      case Condition.Contains(var term) -> term.keys(this::cost);
      case Condition.FieldEquals is -> List.of(new TermKey(ArticleFields.key(is), 0, true));
      default -> throw new IllegalArgumentException("not an atom: " + condition);
    };
  }

  /// The work that a key causes: the number of texts that have it, then of atoms under it.
  private int cost(long key) {
    PostingList<Atom> postings = byKey.get(key);
    int size = postings == null ? 0 : postings.size();
    return frequencies.frequencyOf(key) * Integer.SIZE
        + Integer.SIZE
        - Integer.numberOfLeadingZeros(size);
  }

  private void remove(Atom atom) {
    atom.forEachKey(key -> remove(atom, key));
    countPrefix(atom.condition, -1);
  }

  private void remove(Atom atom, long key) {
    PostingList<Atom> before = Objects.requireNonNull(byKey.get(key));
    PostingList<Atom> left = ConcurrentPostings.remove(before, atom, new Atom.AtomAccessor(key));
    if (left == null) {
      byKey.remove(key);
    } else {
      byKey.put(key, left);
    }
  }

  private void countPrefix(Condition condition, int change) {
    int length =
        condition instanceof Condition.Contains(var term)
            ? Math.min(term.prefixLength(), MAX_PREFIX_LENGTH)
            : 0;
    if (length > 0) {
      prefixCounts[length] += change;
      prefixLengths =
          IntStream.rangeClosed(1, MAX_PREFIX_LENGTH)
              .filter(each -> prefixCounts[each] > 0)
              .toArray();
    }
  }
}
