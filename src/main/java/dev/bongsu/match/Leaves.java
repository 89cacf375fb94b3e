package dev.bongsu.match;

import dev.bongsu.analysis.TermKey;
import dev.bongsu.query.Condition;
import dev.bongsu.query.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All leaves, by the keys that a text has where they stand, and the parts that conditions share:
/// what many queries ask for is in memory once.
final class Leaves {
  private static final int LONGEST_PREFIX = 400;

  private final KeyFrequencies frequencies;

  /// Written by the writer, read by all.
  private final LongMap<Pile<Leaf>> byKey = new LongMap<>();

  /// The writer's own.
  private final Map<Condition, Part> parts = new HashMap<>();

  /// How many leaves are prefixes of each length.
  private final int[] prefixes = new int[LONGEST_PREFIX + 1];

  private volatile int[] prefixLengths = {};
  private int lastNumber;

  Leaves(KeyFrequencies frequencies) {
    this.frequencies = frequencies;
  }

  /// The leaves that texts with a key may have.
  @Nullable Pile<Leaf> under(long key) {
    return byKey.get(key);
  }

  /// Whether there may be leaves under a key; says so of few under which are none.
  boolean mayBeUnder(long key) {
    return byKey.mayHave(key);
  }

  /// The lengths of all prefixes that are asked for.
  int[] prefixLengths() {
    return prefixLengths;
  }

  /// The number of keys, for tests.
  int keys() {
    return byKey.size();
  }

  /// The leaf of an atom that a condition has, see [#acquire].
  Leaf of(Condition atom) {
    return (Leaf) Objects.requireNonNull(parts.get(atom));
  }

  /// Takes in a query's condition. For the writer.
  ///
  /// @return an equal one that shares its parts with others
  Condition acquire(Condition condition) {
    return condition instanceof Condition.All ? condition.map(this::share) : share(condition);
  }

  /// Lets go of what [#acquire] gave. For the writer.
  void release(Condition condition) {
    if (condition instanceof Condition.All(List<Condition> all)) {
      all.forEach(this::drop);
    } else {
      drop(condition);
    }
  }

  private Condition share(Condition condition) {
    Part known = parts.get(condition);
    if (known != null) {
      known.use(1);
      return known.condition;
    }
    Condition own = condition.map(this::share);
    parts.put(own, own.isAtom() ? leaf(own) : new Part.Shared(own));
    return own;
  }

  private void drop(Condition condition) {
    Part part = Objects.requireNonNull(parts.get(condition));
    if (part.use(-1) == 0) {
      parts.remove(condition);
      switch (part) {
        case Leaf leaf -> remove(leaf);
        case Part.Shared _ -> condition.map(this::dropped);
      }
    }
  }

  private Condition dropped(Condition condition) {
    drop(condition);
    return condition;
  }

  private Leaf leaf(Condition atom) {
    lastNumber++;
    Leaf leaf = new Leaf(atom, lastNumber, keysOf(atom));
    leaf.forEachKey(key -> byKey.put(key, Pile.with(byKey.get(key), leaf, new Leaf.UnderKey(key))));
    count(atom, 1);
    return leaf;
  }

  private List<TermKey> keysOf(Condition atom) {
    return switch (atom) {
      case Condition.Stands(var term) -> term.keys(this::load);
      case Condition.Is is -> List.of(new TermKey(Facts.key(is), 0, true));
      default -> throw new IllegalArgumentException("no atom");
    };
  }

  /// How much work a key makes: texts that have it, and of equally rare ones leaves under it.
  private int load(long key) {
    Pile<Leaf> there = byKey.get(key);
    int crowd = there == null ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(there.size());
    return frequencies.of(key) * Integer.SIZE + crowd;
  }

  private void remove(Leaf leaf) {
    leaf.forEachKey(key -> remove(leaf, key));
    count(leaf.condition, -1);
  }

  private void remove(Leaf leaf, long key) {
    Pile<Leaf> there = Objects.requireNonNull(byKey.get(key));
    Pile<Leaf> left = Pile.without(there, leaf, new Leaf.UnderKey(key));
    if (left == null) {
      byKey.remove(key);
    } else {
      byKey.put(key, left);
    }
  }

  private void count(Condition atom, int change) {
    int length =
        atom instanceof Condition.Stands(var term)
            ? Math.min(term.prefixLength(), LONGEST_PREFIX)
            : 0;
    if (length > 0) {
      prefixes[length] += change;
      prefixLengths =
          IntStream.rangeClosed(1, LONGEST_PREFIX).filter(each -> prefixes[each] > 0).toArray();
    }
  }
}
