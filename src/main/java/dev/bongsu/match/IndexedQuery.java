package dev.bongsu.match;

import dev.bongsu.query.Condition;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// A distinct query, where it is filed, and the ids under which it stands. Readers see it as it is:
/// one with other ids, or filed elsewhere, is another object.
final class IndexedQuery implements PostingList<IndexedQuery> {
  private static final long[] NO_OTHER_IDS = {};
  private static final int[] NO_SLOTS = {};

  final Condition condition;

  private static final Atom[] NO_ATOMS = {};

  /// An article that satisfies it has at least one of these. Each once.
  private final Atom atom;

  private final Atom[] otherAtoms;

  /// See `Placement`.
  final int signature;

  final Formula formula;

  private final long id;
  private final long[] otherIds;

  /// Where it is under its first leaf, and under the others.
  private int slot;

  private final int[] otherSlots;

  IndexedQuery(Condition condition, Placement filing, long id) {
    this(condition, filing, id, NO_OTHER_IDS);
  }

  private IndexedQuery(Condition condition, Placement filing, long id, long[] more) {
    this.condition = condition;
    this.atom = filing.atoms[0];
    this.otherAtoms =
        filing.atoms.length == 1
            ? NO_ATOMS
            : Arrays.copyOfRange(filing.atoms, 1, filing.atoms.length);
    this.signature = filing.signature;
    this.formula = filing.formula;
    this.id = id;
    this.otherIds = more;
    this.otherSlots = otherAtoms.length == 0 ? NO_SLOTS : new int[otherAtoms.length];
  }

  /// The same query, filed elsewhere.
  IndexedQuery withPlacement(Placement elsewhere) {
    return new IndexedQuery(condition, elsewhere, id, otherIds);
  }

  Placement placement() {
    Atom[] leaves = new Atom[otherAtoms.length + 1];
    leaves[0] = atom;
    System.arraycopy(otherAtoms, 0, leaves, 1, otherAtoms.length);
    return new Placement(leaves, signature, formula);
  }

  boolean hasSingleAtom() {
    return otherAtoms.length == 0;
  }

  void forEachAtom(Consumer<Atom> consumer) {
    consumer.accept(atom);
    for (Atom other : otherAtoms) {
      consumer.accept(other);
    }
  }

  /// The same query under one more id.
  IndexedQuery withId(long another) {
    long[] ids = Arrays.copyOf(otherIds, otherIds.length + 1);
    ids[otherIds.length] = another;
    return new IndexedQuery(condition, placement(), id, ids);
  }

  /// The same query without one of its ids, of which it has others.
  IndexedQuery withoutId(long ended) {
    long first = id == ended ? otherIds[0] : id;
    long[] others = Arrays.stream(otherIds).filter(i -> i != ended && i != first).toArray();
    return new IndexedQuery(condition, placement(), first, others);
  }

  boolean hasSingleId() {
    return otherIds.length == 0;
  }

  /// Its id; 0 if it has several.
  long singleIdOrZero() {
    return otherIds.length == 0 ? id : 0;
  }

  void forEachId(LongConsumer consumer) {
    consumer.accept(id);
    for (long other : otherIds) {
      consumer.accept(other);
    }
  }

  int slot(Atom place) {
    return place == atom ? slot : otherSlots[indexOf(place)];
  }

  void slot(Atom place, int now) {
    if (place == atom) {
      slot = now;
    } else {
      otherSlots[indexOf(place)] = now;
    }
  }

  private int indexOf(Atom place) {
    for (int i = 0; i < otherAtoms.length; i++) {
      if (otherAtoms[i] == place) {
        return i;
      }
    }
    throw new IllegalArgumentException("not filed here");
  }

  @Override
  public void accept(Visitor<IndexedQuery> visitor) {
    if (visitor.mayMatch(signature)) {
      visitor.visit(this, signature, singleIdOrZero());
    }
  }

  @Override
  public int size() {
    return 1;
  }
}
