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

/// All leaves, by the keys that a text has where they stand, and the parts that conditions share:
/// what many queries ask for is in memory once.
final class AtomIndex {
  private static final int MAX_PREFIX_LENGTH = 400;

  private final KeyFrequencies frequencies;

  /// Written by the writer, read by all.
  private final LongMap<PostingList<Atom>> byKey = new LongMap<>();

  /// The writer's own.
  private final Map<Condition, InternedCondition> interned = new HashMap<>();

  /// How many leaves are prefixes of each length.
  private final int[] prefixCounts = new int[MAX_PREFIX_LENGTH + 1];

  private volatile int[] prefixLengths = {};
  private int lastAtomNumber;

  AtomIndex(KeyFrequencies frequencies) {
    this.frequencies = frequencies;
  }

  /// The leaves that texts with a key may have.
  @Nullable PostingList<Atom> postings(long key) {
    return byKey.get(key);
  }

  /// Whether there may be leaves under a key; says so of few under which are none.
  boolean mightContain(long key) {
    return byKey.mightContain(key);
  }

  /// The lengths of all prefixes that are asked for.
  int[] prefixLengths() {
    return prefixLengths;
  }

  /// The number of keys, for tests.
  int keyCount() {
    return byKey.size();
  }

  /// The leaf of an atom that a condition has, see [#acquire].
  Atom atomOf(Condition atom) {
    return (Atom) Objects.requireNonNull(interned.get(atom));
  }

  /// Takes in a query's condition. For the writer.
  ///
  /// @return an equal one that shares its parts with others
  Condition acquire(Condition condition) {
    return condition instanceof Condition.All ? condition.map(this::intern) : intern(condition);
  }

  /// Lets go of what [#acquire] gave. For the writer.
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
    interned.put(
        own, own.isAtom() ? createAtom(own) : new InternedCondition.InternedComposite(own));
    return own;
  }

  private void releasePart(Condition condition) {
    InternedCondition part = Objects.requireNonNull(interned.get(condition));
    if (part.adjustReferences(-1) == 0) {
      interned.remove(condition);
      switch (part) {
        case Atom leaf -> remove(leaf);
        case InternedCondition.InternedComposite _ -> condition.map(this::releasedPart);
      }
    }
  }

  private Condition releasedPart(Condition condition) {
    releasePart(condition);
    return condition;
  }

  private Atom createAtom(Condition atom) {
    lastAtomNumber++;
    Atom leaf = new Atom(atom, lastAtomNumber, keysOf(atom));
    leaf.forEachKey(
        key -> byKey.put(key, PostingList.add(byKey.get(key), leaf, new Atom.AtomAccessor(key))));
    countPrefix(atom, 1);
    return leaf;
  }

  private List<TermKey> keysOf(Condition atom) {
    return switch (atom) {
      case Condition.Contains(var term) -> term.keys(this::cost);
      case Condition.FieldEquals is -> List.of(new TermKey(ArticleFields.key(is), 0, true));
      default -> throw new IllegalArgumentException("no atom");
    };
  }

  /// How much work a key makes: texts that have it, and of equally rare ones leaves under it.
  private int cost(long key) {
    PostingList<Atom> there = byKey.get(key);
    int crowd = there == null ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(there.size());
    return frequencies.frequencyOf(key) * Integer.SIZE + crowd;
  }

  private void remove(Atom leaf) {
    leaf.forEachKey(key -> remove(leaf, key));
    countPrefix(leaf.condition, -1);
  }

  private void remove(Atom leaf, long key) {
    PostingList<Atom> there = Objects.requireNonNull(byKey.get(key));
    PostingList<Atom> left = PostingList.remove(there, leaf, new Atom.AtomAccessor(key));
    if (left == null) {
      byKey.remove(key);
    } else {
      byKey.put(key, left);
    }
  }

  private void countPrefix(Condition atom, int change) {
    int length =
        atom instanceof Condition.Contains(var term)
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
