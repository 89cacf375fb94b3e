package dev.bongsu.match;

import dev.bongsu.query.Condition;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A distinct query, its placement and the ids of its subscriptions. What readers see never
/// changes: a query with other ids or another placement is another object.
final class IndexedQuery implements PostingList<IndexedQuery> {
  private static final long[] NO_OTHER_IDS = {};
  private static final int[] NO_SLOTS = {};
  private static final Atom[] NO_ATOMS = {};

  final Condition condition;

  /// See [Placement#atoms]; most queries have one, and then no array exists.
  private final Atom atom;

  private final Atom[] otherAtoms;

  /// See [Remainder#signature].
  final int signature;

  final Formula formula;

  private final long id;
  private final long[] otherIds;

  /// The query's slot at its first atom, and at the others.
  private int slot;

  private final int[] otherSlots;

  IndexedQuery(Condition condition, Placement placement, long id) {
    this(condition, placement, id, NO_OTHER_IDS);
  }

  private IndexedQuery(Condition condition, Placement placement, long id, long[] more) {
    this.condition = condition;
    this.atom = placement.atoms[0];
    this.otherAtoms =
        placement.atoms.length == 1
            ? NO_ATOMS
            : Arrays.copyOfRange(placement.atoms, 1, placement.atoms.length);
    this.signature = placement.signature;
    this.formula = placement.formula;
    this.id = id;
    this.otherIds = more;
    this.otherSlots = otherAtoms.length == 0 ? NO_SLOTS : new int[otherAtoms.length];
  }

  /// The same query with another placement.
  IndexedQuery withPlacement(Placement other) {
    return new IndexedQuery(condition, other, id, otherIds);
  }

  Placement placement() {
    Atom[] atoms = new Atom[otherAtoms.length + 1];
    atoms[0] = atom;
    System.arraycopy(otherAtoms, 0, atoms, 1, otherAtoms.length);
    return new Placement(atoms, signature, formula);
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

  /// The same query with one more id.
  IndexedQuery withId(long another) {
    long[] ids = Arrays.copyOf(otherIds, otherIds.length + 1);
    ids[otherIds.length] = another;
    return new IndexedQuery(condition, placement(), id, ids);
  }

  /// The same query without one of its several ids.
  IndexedQuery withoutId(long removed) {
    long first = id == removed ? otherIds[0] : id;
    long[] others = Arrays.stream(otherIds).filter(i -> i != removed && i != first).toArray();
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

  /// The queries placed at an atom.
  @SuppressWarnings("unchecked")
  static @Nullable PostingList<IndexedQuery> placedAt(Atom atom) {
    return (PostingList<IndexedQuery>) atom.queries();
  }

  /// Adds the query to the lists of its atoms. Writer thread only.
  void addToAtoms() {
    forEachAtom(
        place ->
            place.queries(ConcurrentPostings.add(placedAt(place), this, new QueryAccessor(place))));
  }

  /// Removes the query from the lists of its atoms, where it has to be. Writer thread only.
  void removeFromAtoms() {
    forEachAtom(
        place -> {
          PostingList<IndexedQuery> now = placedAt(place);
          if (now != null) {
            place.queries(ConcurrentPostings.remove(now, this, new QueryAccessor(place)));
          }
        });
  }

  /// The index of one of the other atoms.
  private int indexOf(Atom place) {
    for (int i = 0; i < otherAtoms.length; i++) {
      if (otherAtoms[i] == place) {
        return i;
      }
    }
    throw new IllegalArgumentException("not placed at this atom");
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

  /// What queries store about one of their atoms.
  private record QueryAccessor(Atom place) implements PostingAccessor<IndexedQuery> {
    @Override
    public int signature(IndexedQuery item) {
      return item.signature;
    }

    @Override
    public long id(IndexedQuery item) {
      return item.singleIdOrZero();
    }

    @Override
    public int slot(IndexedQuery item) {
      return item.atom == place ? item.slot : item.otherSlots[item.indexOf(place)];
    }

    @Override
    public void slot(IndexedQuery item, int slot) {
      if (item.atom == place) {
        item.slot = slot;
      } else {
        item.otherSlots[item.indexOf(place)] = slot;
      }
    }
  }
}
